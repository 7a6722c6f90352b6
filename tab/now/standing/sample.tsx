import { Button } from '@fluentui/react-components';
import type { PairingView } from '../../../core/words/pairing-view.ts';
import { useApp } from '../../context/app-context.ts';
import type { Scheme } from '../decide-now.ts';
import { Card } from '../../parts/card.tsx';
import { useLook } from '../look.ts';
import { Question } from '../meeting/question.tsx';
import { When } from '../meeting/when.tsx';
import { Who } from '../meeting/who.tsx';
import { Why } from '../meeting/why.tsx';
import { BackButton, OpenedHeading } from './opened.tsx';

interface Props {
  readonly scheme: Scheme;
  readonly join: () => void;
  readonly back: () => void;
}

/** What a meeting looks like, with somebody who does not exist. */
export function Sample({ scheme, join, back }: Props) {
  const look = useLook();
  const { words, zone } = useApp();
  const { sample, samplePartner } = words.chat.signUp;
  const pairing = samplePairing(scheme, { ...samplePartner, zone });
  return (
    <Card>
      <OpenedHeading>{words.chat.pairing.title({ names: samplePartner.name })}</OpenedHeading>
      <p className={look.quiet}>{sample}</p>
      <div className={look.columns}>
        <div className={look.column}>
          <Who partners={pairing.partners} />
          <When pairing={pairing} at={null} />
        </div>
        <div className={look.column}>
          <Why pairing={pairing} />
          <Question question={pairing.question} />
        </div>
      </div>
      <div className={look.buttons}>
        <Button appearance="primary" onClick={join}>
          {words.chat.buttons.join}
        </Button>
        <BackButton back={back} />
      </div>
    </Card>
  );
}

type Partner = PairingView['partners'][number];

/** On the Tuesday of the next meeting week at ten in UTC, which no reader takes for a promise. */
function samplePairing(
  { id, name, minutes, next }: Scheme,
  partner: Omit<Partner, 'id' | 'answer'>,
): PairingView {
  const start = Date.parse(next.week) + 34 * 3_600_000;
  const iso = (at: number): string => new Date(at).toISOString();
  return {
    scheme: id,
    schemeName: name,
    round: next.week,
    pairing: 'sample',
    state: 'booked',
    revision: 0,
    slot: { start: iso(start), end: iso(start + minutes * 60_000) },
    isAfterWeek: false,
    offer: null,
    joinUrl: 'https://teams.microsoft.com/',
    myAnswer: 'none',
    mySaid: null,
    seenAt: next.pairingAt,
    partners: [{ id: 'sample', ...partner, answer: 'none' }],
    lastMet: null,
    newLink: null,
    question: { theme: 'think', index: 0 },
  };
}
