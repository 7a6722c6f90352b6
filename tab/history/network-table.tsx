import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useApp } from '../context/app-context.ts';
import { date } from '../format/times.ts';
import type { Labelled } from './lay-out.ts';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'start' },
  // The heading above says it already to those who see it.
  caption: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  cell: {
    padding: '6px 8px',
    textAlign: 'start',
    verticalAlign: 'top',
    overflowWrap: 'break-word',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold },
  department: { paddingTop: '12px', fontWeight: tokens.fontWeightSemibold },
  name: { fontWeight: tokens.fontWeightRegular },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
});

interface Props {
  readonly groups: readonly Labelled[];
  readonly caption: string;
}

/** The network in words and numbers. */
export function NetworkTable({ groups, caption }: Props) {
  const styles = useStyles();
  const { words, locale } = useApp();
  const said = words.history.network;
  const count = new Intl.NumberFormat(locale);
  const cell = (...classes: string[]) => mergeClasses(styles.cell, ...classes);
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={cell(styles.head)}>
            {said.person}
          </th>
          <th scope="col" className={cell(styles.head, styles.number)}>
            {said.times}
          </th>
          <th scope="col" className={cell(styles.head)}>
            {said.last}
          </th>
        </tr>
      </thead>
      {groups.map(({ label, people }) => (
        <tbody key={label}>
          <tr>
            <th scope="rowgroup" colSpan={3} className={cell(styles.department)}>
              {label}
            </th>
          </tr>
          {people.map(({ id, name, times, last }) => (
            <tr key={id}>
              <th scope="row" className={cell(styles.name)}>
                {name}
              </th>
              <td className={cell(styles.number)}>{count.format(times)}</td>
              <td className={cell()}>
                {last === null ? words.history.earlier : words.history.weekOf({ monday: date(last, locale) })}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
