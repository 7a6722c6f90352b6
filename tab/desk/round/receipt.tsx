import { Button, Field, makeStyles, SearchBox, Select, Text } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { RoundDetail } from '../../../core/api/rounds.ts';
import { useApp } from '../../context/app-context.ts';
import { filterReceipt, filters, type Filter } from './filter-receipt.ts';
import { listNames } from '../../parts/names.ts';
import { useDeskWords } from '../desk-words.ts';
import { useMore } from '../more.ts';
import { useReason } from '../reason.ts';
import { useTableStyles } from '../table-styles.ts';

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', gap: '12px 16px', margin: '12px 0', alignItems: 'flex-end' },
  tool: { flex: '1 1 200px', maxWidth: '280px' },
  found: { paddingBottom: '6px' },
});

/** Accounts for every participant of the round: met whom or why not, and whether they were told. */
export function Receipt({ round }: { readonly round: RoundDetail }) {
  const table = useTableStyles();
  const styles = useStyles();
  const { announce } = useApp();
  const [filter, setFilter] = useState<Filter>('all');
  const [text, setText] = useState('');
  const found = filterReceipt(round.receipt, filter, text);
  const { shown, hidden, showMore } = useMore(found);
  const outcome = useOutcome(round);
  const said = useDeskWords().round;
  const narrowed = filter !== 'all' || text !== '';
  const summary = said.found({ shown: found.length, all: round.receipt.length });

  useEffect(() => {
    if (narrowed) announce(summary);
  }, [narrowed, summary, announce]);

  return (
    <section className={table.section} aria-labelledby="receipt-title">
      <h2 id="receipt-title" className={table.heading}>
        {said.receipt}
      </h2>
      <Text className={table.quiet}>{said.receiptText}</Text>
      <div className={styles.tools}>
        <Field label={said.search} className={styles.tool}>
          <SearchBox
            value={text}
            onChange={(_, { value }) => {
              setText(value);
            }}
          />
        </Field>
        <Field label={said.show} className={styles.tool}>
          <Select
            value={filter}
            onChange={(_, { value }) => {
              setFilter(filters.find((name) => name === value) ?? 'all');
            }}
          >
            {filters.map((name) => (
              <option key={name} value={name}>
                {said.filters[name]}
              </option>
            ))}
          </Select>
        </Field>
        <Text className={styles.found}>{summary}</Text>
      </div>
      {found.length === 0 ? (
        <Text>{said.nobody}</Text>
      ) : (
        <table className={table.table} aria-labelledby="receipt-title">
          <thead className={table.head}>
            <tr>
              <th scope="col">{said.name}</th>
              <th scope="col">{said.outcome}</th>
              <th scope="col">{said.toldColumn}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((entry) => (
              <tr key={entry.id} className={table.row}>
                <td className={table.cell}>
                  <Text weight="semibold">{entry.name}</Text>
                </td>
                <td className={table.cell}>
                  <Text>{outcome(entry)}</Text>
                </td>
                <td className={table.cell}>{said.told[entry.told]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hidden > 0 && <Button onClick={showMore}>{said.more({ n: hidden })}</Button>}
    </section>
  );
}

/** What became of somebody, in words: with whom they meet, or why they have no meeting. */
function useOutcome(round: RoundDetail): (entry: RoundDetail['receipt'][number]) => string {
  const { words, locale } = useApp();
  const reason = useReason();
  const said = useDeskWords().round;
  const members = new Map(round.pairings.map((pairing) => [pairing.pairing, pairing.members]));
  return (entry) => {
    if (entry.outcome === 'unplaced') {
      const why = entry.reason === null ? said.unplaced : said.unplacedWhy({ reason: reason(entry.reason) });
      return entry.detail === null ? why : `${why} ${said.detail({ code: entry.detail })}`;
    }
    const partners = members.get(entry.pairing ?? '')?.filter(({ id }) => id !== entry.id) ?? [];
    const names = partners.map(({ name }) => name || words.colleague);
    return said.paired({ partners: listNames(names, locale) });
  };
}
