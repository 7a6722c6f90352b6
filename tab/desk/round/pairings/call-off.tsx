import { Button, Field, Text, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { PairingRow } from '../../../../core/api/desk.ts';
import { longestWord } from '../../../../core/records/limits/most-written.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useDeskWords } from '../../desk-words.ts';
import { useDeskAct } from '../../use-desk-act.ts';
import { useRoundStyles } from '../round-styles.ts';

interface Props {
  readonly round: { readonly scheme: string; readonly round: string };
  readonly pairing: PairingRow;
  readonly names: string;
  /** It was called off. */
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Calls a meeting off, with a word to its members. */
export function CallOff({
  round: { scheme, round },
  pairing: { pairing, revision },
  names,
  onDone,
  onClose,
}: Props) {
  const looks = useRoundStyles();
  const said = useDeskWords().round;
  const act = useDeskAct();
  const [word, setWord] = useState('');
  return (
    <Dialog title={said.callOffName({ names })} onClose={onClose}>
      {(close) => (
        <>
          <Text>{said.callOffText}</Text>
          <Field label={said.word} hint={said.wordHint({ n: longestWord })}>
            <Textarea
              value={word}
              maxLength={longestWord}
              resize="vertical"
              onChange={(_, { value }) => {
                setWord(value);
              }}
            />
          </Field>
          <div className={looks.buttons}>
            <Button
              appearance="primary"
              onClick={() => {
                act(
                  { kind: 'call-off', scheme, round, pairing, revision, word: word.trim() },
                  said.callOffSaid({ names }),
                );
                onDone();
                close();
              }}
            >
              {said.callOffDo}
            </Button>
            <Button onClick={close}>{said.keep}</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
