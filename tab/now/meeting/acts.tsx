import { Button } from '@fluentui/react-components';
import { useApp } from '../../context/app-context.ts';
import { type MeetingAct, meetingActs, type MeetingScene } from '../decide-now.ts';
import { LinkButton } from '../link-button.tsx';
import { useLook } from '../look.ts';
import { Coming } from './coming.tsx';
import type { TimesFor } from './times.tsx';
import { Write } from './steps.tsx';

interface Props {
  readonly scene: MeetingScene;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly seek: (why: TimesFor) => void;
}

/** What can be done about the meeting. */
export function Acts({ scene, at, seek }: Props) {
  const look = useLook();
  const { words } = useApp();
  const { primary, others } = meetingActs(scene, at);
  return (
    <>
      {primary !== null && <Act act={primary} isPrimary scene={scene} seek={seek} />}
      {others.length > 0 && (
        <div className={look.buttons} role="group" aria-label={words.now.more}>
          {others.map((act) => (
            <Act key={act} act={act} isPrimary={false} scene={scene} seek={seek} />
          ))}
        </div>
      )}
    </>
  );
}

interface ActProps extends Pick<Props, 'scene' | 'seek'> {
  readonly act: MeetingAct;
  readonly isPrimary: boolean;
}

function Act({ act, isPrimary, scene: { pairing, meeting }, seek }: ActProps) {
  const look = useLook();
  const { buttons, month } = useApp().words.chat;
  switch (act) {
    case 'join-meeting':
      return (
        pairing.joinUrl !== null && (
          <LinkButton href={pairing.joinUrl} appearance="primary" className={look.wide}>
            {buttons['join-meeting']}
          </LinkButton>
        )
      );
    case 'write':
      return <Write pairing={pairing} />;
    case 'coming':
      return (
        meeting !== null &&
        pairing.slot !== null && <Coming meeting={meeting} start={pairing.slot.start} isPrimary={isPrimary} />
      );
    case 'other-times':
    case 'cannot':
      return (
        <Button
          onClick={() => {
            seek(act);
          }}
        >
          {act === 'cannot' ? month.buttons.cannot : buttons['other-times']}
        </Button>
      );
  }
}
