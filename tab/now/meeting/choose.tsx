import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { PairingView } from '../../../core/words/pairing-view.ts';
import { useApp } from '../../context/app-context.ts';
import { day, hours } from '../../format/times.ts';
import { Card } from '../../parts/card.tsx';
import { useLook } from '../look.ts';
import { namesOf } from '../names-of.ts';
import { Question } from './question.tsx';
import { TimeButtons } from './time-buttons.tsx';
import { Times } from './times.tsx';
import { Who } from './who.tsx';
import { Why } from './why.tsx';
import { Skip, Write } from './steps.tsx';

/** The members choose a time. */
export function Choose({ pairing }: { readonly pairing: PairingView }) {
  const look = useLook();
  const app = useApp();
  const [looksAgain, lookAgain] = useState(false);
  const { words, zone, locale } = app;
  const { offer, slot, wishes, partners } = pairing;
  const said = words.chat.choose;
  const isForAll = wishes !== undefined;
  const times = offer ?? [];
  const keep = isForAll ? said.keepAll : said.keep;
  return (
    <Card className={look.columns}>
      <div className={look.column}>
        <Who partners={partners} />
        {looksAgain ? (
          <Times
            pairing={pairing}
            why="other-times"
            close={() => {
              lookAgain(false);
            }}
          />
        ) : (
          <>
            <p className={look.text}>
              {times.length === 0
                ? said.none({ names: namesOf(partners, app) })
                : said[isForAll ? 'suggestedToAll' : 'suggested']}
            </p>
            <TimeButtons pairing={pairing} times={times} />
            {times.length > 0 && <p className={look.quiet}>{isForAll ? said.howAll : said.how}</p>}
            {slot !== null && (
              <p className={look.quiet}>
                {keep({ when: `${day(slot.start, zone, locale)}, ${hours(slot, zone, locale)}` })}
              </p>
            )}
            <div className={look.buttons}>
              <Button
                onClick={() => {
                  lookAgain(true);
                }}
              >
                {words.chat.buttons['other-times']}
              </Button>
              <Skip pairing={pairing} />
              <Write pairing={pairing} />
            </div>
          </>
        )}
      </div>
      <div className={look.column}>
        <Why pairing={pairing} />
        <Question question={pairing.question} />
      </div>
    </Card>
  );
}
