import { Button } from '@fluentui/react-components';
import type { MyMeeting } from '../../../core/api/meetings.ts';
import type { PairingView } from '../../../core/words/pairing-view.ts';
import { useApp } from '../../context/app-context.ts';
import { hrefOf } from '../../context/route.ts';
import { day, hours } from '../../format/times.ts';
import type { MetAnswer } from '../../../core/records/pairing.ts';
import { Card } from '../../parts/card.tsx';
import { useLook } from '../look.ts';
import { useMeetingChange } from '../writing/use-meeting-change.ts';
import { Picture } from '../pictures/picture.tsx';
import { Feedback } from './feedback.tsx';
import { Notes } from './notes.tsx';
import { Times } from './times.tsx';
import { Write } from './steps.tsx';

interface Props {
  readonly pairing: PairingView;
  readonly meeting: MyMeeting;
}

/** The meeting's time is over: did you meet, how was it, and what to remember. */
export default function Over({ pairing, meeting }: Props) {
  const look = useLook();
  return (
    <Card className={look.columns}>
      <div className={look.column}>
        <Said pairing={pairing} meeting={meeting} />
      </div>
      <div className={look.column}>
        <Notes meeting={meeting} shows={meeting.note.before === '' ? ['after'] : ['before', 'after']} />
      </div>
    </Card>
  );
}

/** The question, or what follows from the answer. */
function Said({ pairing, meeting }: Props) {
  const look = useLook();
  const { words, zone, locale } = useApp();
  const { met } = words.chat.month;
  const { slot } = pairing;
  switch (meeting.said) {
    case null:
      return (
        <>
          <Picture of="over" />
          {slot !== null && (
            <p className={look.text}>
              {met.was({ when: `${day(slot.start, zone, locale)}, ${hours(slot, zone, locale)}` })}
            </p>
          )}
          <Answer answer="yes" isPrimary pairing={pairing} meeting={meeting} />
          <div className={look.buttons}>
            <Answer answer="not-yet" pairing={pairing} meeting={meeting} />
            <Answer answer="no" pairing={pairing} meeting={meeting} />
          </div>
        </>
      );
    case 'yes':
      return (
        <>
          <Feedback pairing={pairing} meeting={meeting} />
          <Rest pairing={pairing} />
        </>
      );
    case 'not-yet':
      return (
        <Times
          pairing={pairing}
          why="not-yet"
          last={
            <>
              <Answer answer="no" as="not-this-time" pairing={pairing} meeting={meeting} />
              <Answer answer="yes" as="did-meet" pairing={pairing} meeting={meeting} />
            </>
          }
        />
      );
    case 'no':
      return (
        <>
          <Picture of="over" />
          <p className={look.text}>{met.no}</p>
          <div className={look.buttons}>
            <Answer answer="yes" as="did-meet" pairing={pairing} meeting={meeting} />
          </div>
          <Rest pairing={pairing} />
        </>
      );
  }
}

interface AnswerProps extends Props {
  readonly answer: MetAnswer;
  /** What the button says; by default the answer itself. */
  readonly as?: 'not-this-time' | 'did-meet';
  readonly isPrimary?: boolean;
}

function Answer({ answer, as, isPrimary = false, pairing, meeting }: AnswerProps) {
  const look = useLook();
  const { words } = useApp();
  const change = useMeetingChange(meeting);
  const start = pairing.slot?.start;
  if (start === undefined) return null;
  return (
    <Button
      appearance={isPrimary ? 'primary' : 'secondary'}
      {...(isPrimary && { className: look.wide })}
      onClick={() => {
        void change({ start, said: answer }, { start, said: meeting.said }, words.now.met[answer]);
      }}
    >
      {words.chat.month.buttons[as ?? answer]}
    </Button>
  );
}

/** Where to go from here. */
function Rest({ pairing }: Pick<Props, 'pairing'>) {
  const look = useLook();
  const { words } = useApp();
  return (
    <div className={look.buttons}>
      <Write pairing={pairing} />
      <Button as="a" href={hrefOf({ view: 'history' })}>
        {words.chat.buttons.history}
      </Button>
    </div>
  );
}
