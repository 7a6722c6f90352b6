import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type ReactNode, useMemo, useRef, useState } from 'react';

const narrow = '@media (max-width: 640px)';

const useStyles = makeStyles({
  // It scrolls by itself, so that the page stays short and the head stays in sight. Forty rows at most are in it at once.
  box: {
    maxHeight: 'min(75vh, 640px)',
    overflowX: 'hidden',
    overflowY: 'auto',
    overflowAnchor: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow4,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    [narrow]: { display: 'block' },
  },
  // Only what sorts is left of the head on a phone.
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: `0 1px ${tokens.colorNeutralStroke2}`,
    [narrow]: { display: 'block' },
  },
  headRow: { [narrow]: { display: 'flex', flexWrap: 'wrap', padding: '0 4px' } },
  headCell: {
    padding: '8px',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  sortCell: { padding: '2px 0' },
  onlyWide: { [narrow]: { position: 'absolute', clipPath: 'inset(50%)' } },
  unseen: { position: 'absolute', clipPath: 'inset(50%)' },
  sort: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '28px',
    padding: '2px 8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    [narrow]: { minHeight: '44px' },
  },
  sorted: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  body: { [narrow]: { display: 'block' } },
  row: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    [narrow]: { display: 'grid', gap: '4px', padding: '10px 12px' },
  },
  cell: {
    padding: '6px 8px',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
    [narrow]: { display: 'block', padding: 0 },
  },
  gap: { [narrow]: { display: 'block' } },
});

export interface Column<T> {
  readonly key: string;
  readonly head: string;
  /** Its head is said to screen readers alone. */
  readonly isHeadUnseen?: boolean;
  /** Of the table, in percent. */
  readonly width: number;
  /** Absent: it cannot be sorted by this. */
  readonly sort?: {
    readonly direction: 'ascending' | 'descending' | 'none';
    readonly press: () => void;
  };
  readonly cell: (row: T) => ReactNode;
}

interface Props<T> {
  /** The id of its heading. */
  readonly labelledBy: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  /** An id of a row that stays. */
  readonly keyOf: (row: T) => string;
}

/** Pixels of most rows. */
const usual = 40;

/**
 * A table of any length: only the rows in sight and a few around them are in the page, and the one with the focus. Screen readers are told
 * how many there are. A row can take the focus (`focusRow`), when what had it is gone.
 */
export function LongTable<T>({ labelledBy, columns, rows, keyOf }: Props<T>) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const focusedAt = useMemo(
    () => (focused === null ? -1 : rows.findIndex((row) => keyOf(row) === focused)),
    [rows, keyOf, focused],
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => usual,
    overscan: 8,
    getItemKey: (at) => {
      const row = rows[at];
      return row === undefined ? at : keyOf(row);
    },
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return focusedAt < 0 || shown.includes(focusedAt) ? shown : [...shown, focusedAt].sort((a, b) => a - b);
    },
  });
  const items = virtualizer.getVirtualItems();
  const end = virtualizer.getTotalSize();
  return (
    <div ref={box} className={styles.box} role="group" aria-labelledby={labelledBy} tabIndex={0}>
      <table className={styles.table} aria-labelledby={labelledBy} aria-rowcount={rows.length + 1}>
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} style={{ width: `${width}%` }} />
          ))}
        </colgroup>
        <thead className={styles.head}>
          <tr aria-rowindex={1} className={styles.headRow}>
            {columns.map(({ key, head, isHeadUnseen, sort }) => (
              <th
                key={key}
                scope="col"
                aria-sort={sort?.direction}
                className={mergeClasses(
                  styles.headCell,
                  sort === undefined ? styles.onlyWide : styles.sortCell,
                )}
              >
                {sort !== undefined && <SortButton head={head} sort={sort} />}
                {sort === undefined && (
                  <span className={isHeadUnseen ? styles.unseen : undefined}>{head}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody
          className={styles.body}
          onFocus={({ target }) => {
            setFocused(target.closest('tr')?.dataset.key ?? null);
          }}
          onBlur={() => {
            setFocused(null);
          }}
        >
          {items.map(({ index, key, start }, nth) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <Fragment key={key}>
                <Gap size={start - (items[nth - 1]?.end ?? 0)} columns={columns.length} />
                <tr
                  ref={virtualizer.measureElement}
                  data-index={index}
                  data-key={key}
                  aria-rowindex={index + 2}
                  tabIndex={-1}
                  className={styles.row}
                >
                  {columns.map((column) => (
                    <td key={column.key} className={styles.cell}>
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              </Fragment>
            );
          })}
          <Gap size={end - (items.at(-1)?.end ?? 0)} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

function SortButton<T>({
  head,
  sort,
}: {
  readonly head: string;
  readonly sort: NonNullable<Column<T>['sort']>;
}) {
  const styles = useStyles();
  const isSorted = sort.direction !== 'none';
  return (
    <button
      type="button"
      className={mergeClasses(styles.sort, isSorted && styles.sorted)}
      onClick={sort.press}
    >
      {head}
      {sort.direction === 'ascending' && <ArrowUpRegular aria-hidden />}
      {sort.direction === 'descending' && <ArrowDownRegular aria-hidden />}
    </button>
  );
}

/** Takes the place of rows that are not in the page. */
function Gap({ size, columns }: { readonly size: number; readonly columns: number }) {
  const styles = useStyles();
  if (size <= 0) return null;
  return (
    <tr aria-hidden className={styles.gap}>
      <td colSpan={columns} className={styles.gap} style={{ height: size, padding: 0 }} />
    </tr>
  );
}

/** Puts the focus on the row of an element, for when that goes away. */
export function focusRow(element: Element | null): void {
  element?.closest('tr')?.focus();
}
