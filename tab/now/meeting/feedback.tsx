import { Checkbox, Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { MyMeeting } from '../../../core/api/meetings.ts';
import { longestTakeaway } from '../../../core/records/limits/most-written.ts';
import type { Feedback as Given } from '../../../core/records/placement.ts';
import type { PairingView } from '../../../core/words/pairing-view.ts';
import { useApp } from '../../context/app-context.ts';
import { useLook } from '../look.ts';
import { namesOf } from '../names-of.ts';
import { useDraft } from '../writing/use-draft.ts';
import { useMeetingChange } from '../writing/use-meeting-change.ts';

const nothing: Given = { shared: false };

const faces = [4, 3, 2, 1] as const;

interface Props {
  readonly pairing: PairingView;
  readonly meeting: MyMeeting;
}

/** How was it? Four faces, one thing to take away, and whether to share it. Each is stored as it is given. */
export function Feedback({ pairing, meeting }: Props) {
  const look = useLook();
  const app = useApp();
  const { met } = app.words.chat.month;
  const change = useMeetingChange(meeting);
  // One may follow the other before the first is stored.
  const latest = useRef(meeting.feedback);
  const [given, setGiven] = useState<Given>(latest.current ?? nothing);
  const hold = (feedback: Given | null): void => {
    latest.current = feedback;
    setGiven(feedback ?? nothing);
  };
  useEffect(() => {
    hold(meeting.feedback);
  }, [meeting.feedback]);
  const keep = async (more: (known: Given) => Given): Promise<boolean> => {
    const before = latest.current;
    const feedback = more(before ?? nothing);
    hold(feedback);
    const isShared = feedback.shared && feedback.takeaway !== undefined;
    return change({ feedback }, { feedback: before }, isShared ? met.keptShared : met.kept);
  };
  const { text, setText, save } = useDraft(given.takeaway ?? '', async (typed) => {
    const takeaway = typed.trim();
    if (takeaway === (latest.current?.takeaway ?? '')) return true;
    return keep(({ face, shared }) => ({
      shared,
      ...(face !== undefined && { face }),
      ...(takeaway !== '' && { takeaway }),
    }));
  });
  return (
    <>
      <p className={look.text}>{met.how}</p>
      <Field label={met.face}>
        <RadioGroup
          layout="horizontal"
          className={look.buttons}
          value={given.face === undefined ? '' : `${given.face}`}
          onChange={(_, { value }) => {
            const face = faces.find((one) => `${one}` === value);
            if (face !== undefined) void keep((known) => ({ ...known, face }));
          }}
        >
          {faces.map((face) => (
            <Radio key={face} value={`${face}`} label={met.faces[face]} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={met.takeaway} hint={met.share}>
        <Textarea
          value={text}
          maxLength={longestTakeaway}
          resize="vertical"
          onChange={(_, { value }) => {
            setText(value);
          }}
          onBlur={save}
        />
      </Field>
      <Checkbox
        label={met.shareWith({ names: namesOf(pairing.partners, app) })}
        checked={given.shared}
        onChange={(_, { checked }) => {
          void keep((known) => ({ ...known, shared: checked === true }));
        }}
      />
    </>
  );
}
