import { Text } from '@fluentui/react-components';
import { useEffect, useMemo } from 'react';
import type { DraftView } from '../../../core/api/draft.ts';
import { useApp } from '../../context/app-context.ts';
import { city, dayAndTime } from '../../format/times.ts';
import { namesOf } from '../../parts/names.ts';
import { type Column, LongTable } from '../table/long-table.tsx';
import { useRoundStyles } from '../round/round-styles.ts';
import { useEditing } from './editing.ts';
import { isNamed, sortPairs } from './lists.ts';
import { useLooks } from './looks.ts';
import { PairActs } from './pair-acts.tsx';
import { PersonName } from './person-name.tsx';
import { reasonsOf } from './say/reasons.ts';
import { useSaying } from './say/use-saying.ts';

type Pairing = DraftView['pairings'][number];

/** Who is paired with whom, when and why. @param text only pairs with somebody of such a name */
export function Pairs({ text }: { readonly text: string }) {
  const shared = useRoundStyles();
  const { locale, announce } = useApp();
  const { said } = useSaying();
  const { draft, isOpen } = useEditing();
  const sorted = useMemo(() => sortPairs(draft.pairings, locale), [draft, locale]);
  const found = useMemo(() => sorted.filter(({ members }) => isNamed(members, text)), [sorted, text]);
  const columns = useColumns();
  const heard = text.trim() === '' ? null : said.found({ n: found.length });
  useEffect(() => {
    if (heard !== null) announce(heard);
  }, [heard, announce]);
  return (
    <section className={shared.section}>
      <h2 id="pairs-title" className={shared.heading}>
        {said.pairs}
      </h2>
      {isOpen && <Text className={shared.quiet}>{said.pairsText}</Text>}
      {found.length === 0 ? (
        <Text>{text.trim() === '' ? said.pairsNobody : said.nobody}</Text>
      ) : (
        <LongTable labelledBy="pairs-title" columns={columns} rows={found} keyOf={idOf} />
      )}
    </section>
  );
}

function idOf({ id }: Pairing): string {
  return id;
}

function useColumns(): readonly Column<Pairing>[] {
  const shared = useRoundStyles();
  const looks = useLooks();
  const saying = useSaying();
  const { draft, isOpen } = useEditing();
  const { said, locale } = saying;
  const shortest = Math.min(...draft.pairings.map(({ minutes }) => minutes));
  return [
    {
      key: 'who',
      head: said.who,
      width: 29,
      cell: ({ members }) => (
        <div className={looks.stack}>
          {members.map((person) => (
            <PersonName key={person.id} person={person} />
          ))}
        </div>
      ),
    },
    {
      key: 'when',
      head: said.when({ city: city(draft.zone) }),
      width: 17,
      cell: ({ slot, minutes }) => (
        <>
          <Text>{dayAndTime(slot.start, draft.zone, locale)}</Text>
          {minutes > shortest && (
            <Text block size={200} className={shared.quiet}>
              {said.minutes({ n: minutes })}
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'why',
      head: said.why,
      width: isOpen ? 28 : 54,
      cell: (pairing) => (
        <div className={looks.stack}>
          {reasonsOf(pairing, draft, saying).map((reason) => (
            <Text key={reason}>{reason}</Text>
          ))}
        </div>
      ),
    },
    ...(isOpen
      ? [
          {
            key: 'acts',
            head: said.acts,
            width: 26,
            cell: (pairing: Pairing) => (
              <PairActs pairing={pairing} names={namesOf(pairing.members, saying)} />
            ),
          },
        ]
      : []),
  ];
}
