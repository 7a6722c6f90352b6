import { Button, makeStyles, Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { DraftView } from '../../../core/api/draft.ts';
import { useApp } from '../../context/app-context.ts';
import { namesOf } from '../../parts/names.ts';
import { useReason } from '../reason.ts';
import { LongTable } from '../table/long-table.tsx';
import { useRoundStyles } from '../round/round-styles.ts';
import { useEditing } from './editing.ts';
import { isNamed } from './lists.ts';
import { useLooks } from './looks.ts';
import { SwapWith } from './pair-acts.tsx';
import { PersonName } from './person-name.tsx';
import { useSaying } from './say/use-saying.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: '8px' },
  item: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
});

/** Who has no meeting, and why. @param text only people of such a name */
export function Unplaced({ text }: { readonly text: string }) {
  const { said } = useSaying();
  const { draft, swapping } = useEditing();
  const reason = useReason();
  const isWithout = (person: string) => draft.unplaced.some(({ id }) => id === person);
  return (
    <People
      id="without"
      title={said.without}
      text={draft.unplaced.length === 0 ? said.withoutNobody : null}
      people={draft.unplaced.filter((person) => isNamed([person], text))}
      whyOf={(person) => reason(person.reason)}
      actsOf={(person) => {
        if (person.reason === 'left-out') return <PutIn person={person} />;
        // Two without a meeting have no places to swap.
        if (swapping !== null) return isWithout(swapping.id) ? null : <SwapWith person={person} />;
        return <SwapOrLeaveOut person={person} />;
      }}
    />
  );
}

/** Who is not in the round, and may be put in. */
export function Outside({ text }: { readonly text: string }) {
  const { said } = useSaying();
  const { draft } = useEditing();
  if (draft.outside.length === 0) return null;
  return (
    <People
      id="outside"
      title={said.outside}
      text={said.outsideText}
      people={draft.outside.filter((person) => isNamed([person], text))}
      whyOf={({ why }) => said.outsideWhy[why]}
      actsOf={(person) => <PutIn person={person} />}
    />
  );
}

/** The pairs that a coordinator forbade. */
export function Forbidden() {
  const shared = useRoundStyles();
  const styles = useStyles();
  const saying = useSaying();
  const { draft, isOpen, isBusy, change } = useEditing();
  const { said } = saying;
  if (draft.forbidden.length === 0) return null;
  return (
    <section className={shared.section} aria-labelledby="forbidden-title">
      <h2 id="forbidden-title" className={shared.heading}>
        {said.forbidden}
      </h2>
      <ul className={styles.list}>
        {draft.forbidden.map(([one, other]) => {
          const names = namesOf([one, other], saying);
          return (
            <li key={`${one.id} ${other.id}`} className={styles.item}>
              <Text>{names}</Text>
              {isOpen && (
                <Button
                  disabledFocusable={isBusy}
                  aria-label={said.allowOf({ names })}
                  onClick={() => {
                    change({ kind: 'allow', pair: [one.id, other.id] });
                  }}
                >
                  {said.allow}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type Person = DraftView['outside'][number] | DraftView['unplaced'][number];

interface PeopleProps<T extends Person> {
  readonly id: string;
  readonly title: string;
  /** Null: the title says it all. */
  readonly text: string | null;
  readonly people: readonly T[];
  readonly whyOf: (person: T) => string;
  readonly actsOf: (person: T) => ReactNode;
}

/** A table of people: who, why, and what can be done. */
function People<T extends Person>({ id, title, text, people, whyOf, actsOf }: PeopleProps<T>) {
  const shared = useRoundStyles();
  const looks = useLooks();
  const { said } = useSaying();
  const { isOpen } = useEditing();
  return (
    <section className={shared.section}>
      <h2 id={`${id}-title`} className={shared.heading}>
        {title}
      </h2>
      {text !== null && <Text className={shared.quiet}>{text}</Text>}
      {people.length > 0 && (
        <LongTable
          labelledBy={`${id}-title`}
          columns={[
            { key: 'who', head: said.who, width: 34, cell: (person) => <PersonName person={person} /> },
            { key: 'why', head: said.why, width: isOpen ? 38 : 66, cell: whyOf },
            ...(isOpen
              ? [
                  {
                    key: 'acts',
                    head: said.acts,
                    width: 28,
                    cell: (person: T) => <div className={looks.acts}>{actsOf(person)}</div>,
                  },
                ]
              : []),
          ]}
          rows={people}
          keyOf={idOf}
        />
      )}
    </section>
  );
}

function idOf({ id }: Person): string {
  return id;
}

function PutIn({ person }: { readonly person: Person }) {
  const { words } = useApp();
  const { said } = useSaying();
  const { change } = useEditing();
  return (
    <Act
      label={said.putInOf({ name: person.name || words.colleague })}
      onAct={() => {
        change({ kind: 'put-in', person: person.id });
      }}
    >
      {said.putIn}
    </Act>
  );
}

function SwapOrLeaveOut({ person }: { readonly person: Person }) {
  const { words } = useApp();
  const { said } = useSaying();
  const { change, startSwap } = useEditing();
  const name = person.name || words.colleague;
  return (
    <>
      <Act
        label={said.swap({ name })}
        onAct={() => {
          startSwap(person);
        }}
      >
        {said.swapShort}
      </Act>
      <Act
        label={said.leaveOut({ name })}
        onAct={() => {
          change({ kind: 'leave-out', person: person.id });
        }}
      >
        {said.leaveOutShort}
      </Act>
    </>
  );
}

interface ActProps {
  /** What it does and to whom; what the button says is in it. */
  readonly label: string;
  readonly onAct: () => void;
  readonly children: string;
}

function Act({ label, onAct, children }: ActProps) {
  const { isBusy } = useEditing();
  return (
    <Button disabledFocusable={isBusy} aria-label={label} onClick={onAct}>
      {children}
    </Button>
  );
}
