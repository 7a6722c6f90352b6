import {
  Button,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ToggleButton,
} from '@fluentui/react-components';
import { LockClosedRegular, LockOpenRegular } from '@fluentui/react-icons';
import type { DraftView } from '../../../core/api/draft.ts';
import { useApp } from '../../context/app-context.ts';
import { useEditing } from './editing.ts';
import { useLooks } from './looks.ts';
import { useSaying } from './say/use-saying.ts';

interface Props {
  readonly pairing: DraftView['pairings'][number];
  readonly names: string;
}

/** What can be done about a pair; while somebody is being swapped, with whom. */
export function PairActs({ pairing, names }: Props) {
  const looks = useLooks();
  const { said } = useSaying();
  const { isBusy, change, swapping } = useEditing();
  const { members, locked } = pairing;
  if (swapping !== null) return locked ? null : <SwapHere pairing={pairing} />;
  return (
    <div className={looks.acts}>
      <ToggleButton
        checked={locked}
        disabledFocusable={isBusy}
        icon={locked ? <LockClosedRegular /> : <LockOpenRegular />}
        aria-label={said.lockOf({ names })}
        onClick={() => {
          change({ kind: locked ? 'unlock' : 'lock', members: members.map(({ id }) => id) });
        }}
      >
        {said.lock}
      </ToggleButton>
      {!locked && <More pairing={pairing} names={names} />}
    </div>
  );
}

function More({ pairing: { members }, names }: Props) {
  const { words } = useApp();
  const { said } = useSaying();
  const { isBusy, change, startSwap } = useEditing();
  const named = members.map(({ id, name }) => ({ id, name: name || words.colleague }));
  return (
    <Menu mountNode={document.querySelector<HTMLElement>('main')}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton menuIcon={null} disabledFocusable={isBusy} aria-label={said.changeOf({ names })}>
          {said.change}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {named.map((person) => (
            <MenuItem
              key={`swap-${person.id}`}
              onClick={() => {
                startSwap(person);
              }}
            >
              {said.swap({ name: person.name })}
            </MenuItem>
          ))}
          {pairsOf(named).map(([one, other]) => (
            <MenuItem
              key={`forbid-${one.id}-${other.id}`}
              onClick={() => {
                change({ kind: 'forbid', pair: [one.id, other.id] });
              }}
            >
              {said.forbid({ one: one.name, other: other.name })}
            </MenuItem>
          ))}
          {named.map((person) => (
            <MenuItem
              key={`leave-out-${person.id}`}
              onClick={() => {
                change({ kind: 'leave-out', person: person.id });
              }}
            >
              {said.leaveOut({ name: person.name })}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** Each two of them. */
function pairsOf<T>(people: readonly T[]): (readonly [T, T])[] {
  return people.flatMap((one, i) => people.slice(i + 1).map((other) => [one, other] as const));
}

/** A button for each member with whom somebody can be swapped: none in their own pair. */
function SwapHere({ pairing: { members } }: Pick<Props, 'pairing'>) {
  const looks = useLooks();
  const { swapping } = useEditing();
  if (members.some(({ id }) => id === swapping?.id)) return null;
  return (
    <div className={looks.acts}>
      {members.map((person) => (
        <SwapWith key={person.id} person={person} />
      ))}
    </div>
  );
}

/** Gives somebody the place of the one who is being swapped. */
export function SwapWith({
  person: { id, name },
}: {
  readonly person: { readonly id: string; readonly name: string };
}) {
  const { words } = useApp();
  const { said } = useSaying();
  const { isBusy, change, swapping } = useEditing();
  if (swapping === null) return null;
  return (
    <Button
      disabledFocusable={isBusy}
      onClick={() => {
        change({ kind: 'swap', one: swapping.id, other: id });
      }}
    >
      {said.swapHere({ name: name || words.colleague })}
    </Button>
  );
}
