import { Button, Text } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { PairingRow } from '../../../../core/api/desk.ts';
import { useApp } from '../../../context/app-context.ts';
import { namesOf } from '../../../parts/names.ts';
import { useDeskWords } from '../../desk-words.ts';
import { focusRow } from '../../table/long-table.tsx';
import { useDeskAct } from '../../use-desk-act.ts';
import { useKeptFocus } from '../../use-kept-focus.ts';
import { isAboutPairing, useWaiting } from '../../use-waiting.ts';
import { useRoundStyles } from '../round-styles.ts';
import { CallOff } from './call-off.tsx';
import { Move } from './move.tsx';

/** What each act says on its button, and to those who do not see the row. */
const labels = {
  remind: ['remind', 'remindName'],
  move: ['move', 'moveName'],
  'call-off': ['callOff', 'callOffName'],
  'try-again': ['tryAgain', 'tryAgainName'],
} as const;

interface Props {
  readonly round: { readonly scheme: string; readonly round: string; readonly zone: string };
  readonly pairing: PairingRow;
}

/** What a coordinator can do about a meeting. One thing at a time: until it is done, or taken back, nothing else. */
export function PairingActs({ round, pairing }: Props) {
  const looks = useRoundStyles();
  const app = useApp();
  const said = useDeskWords().round;
  const act = useDeskAct();
  const waits = useWaiting().some((one) => isAboutPairing(one, pairing.pairing));
  const [opened, open] = useState<'move' | 'call-off' | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const isDone = useRef(false);
  useKeptFocus(place, () => {
    focusRow(place.current);
  });
  const names = namesOf(pairing.members, app);
  const about = { scheme: round.scheme, round: round.round, pairing: pairing.pairing };

  function press(kind: PairingRow['acts'][number]): void {
    switch (kind) {
      case 'move':
      case 'call-off':
        isDone.current = false;
        open(kind);
        break;
      case 'remind':
        act({ kind, ...about }, said.remindSaid({ names }));
        break;
      case 'try-again':
        act({ kind, ...about }, said.tryAgainSaid({ names }));
        focusRow(place.current);
    }
  }

  const dialog = {
    names,
    pairing,
    onDone: () => {
      isDone.current = true;
    },
    onClose: () => {
      open(null);
      // The button that opened it may soon be gone.
      if (isDone.current) focusRow(place.current);
    },
  };
  return (
    <>
      <div ref={place} className={looks.buttons}>
        {pairing.acts.map((kind) => {
          const [label, name] = labels[kind];
          return (
            <Button
              key={kind}
              size="small"
              className={looks.small}
              aria-label={said[name]({ names })}
              disabledFocusable={waits}
              onClick={() => {
                press(kind);
              }}
            >
              {said[label]}
            </Button>
          );
        })}
        {waits && <Text className={looks.quiet}>{said.waits}</Text>}
      </div>
      {opened === 'move' && <Move round={round} {...dialog} />}
      {opened === 'call-off' && <CallOff round={round} {...dialog} />}
    </>
  );
}
