import { Checkbox, Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { MyMeeting } from '../../../core/api/meetings.ts';
import type { Feedback as Given } from '../../../core/records/placement.ts';
import type { PairingView } from '../../../core/words/pairing-view.ts';
import { useApp } from '../../context/app-context.ts';
import { useLook } from '../look.ts';
import { namesOf } from '../names-of.ts';
import { useMeetingChange } from '../use-meeting-change.ts';

/** The most characters of a takeaway: `longestTakeaway` of the API. */
const longest = 280;

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
  const [draft, setDraft] = useState<string | null>(null);
  const given: Given = meeting.feedback ?? { shared: false };
  const keep = (feedback: Given): Promise<boolean> => {
    const isShared = feedback.shared && feedback.takeaway !== undefined;
    return change({ feedback }, { feedback: meeting.feedback }, isShared ? met.keptShared : met.kept);
  };
  const keepTakeaway = (): void => {
    const takeaway = draft?.trim();
    if (takeaway === undefined || takeaway === (given.takeaway ?? '')) return;
    const { face, shared } = given;
    const rest = { shared, ...(face !== undefined && { face }) };
    void keep(takeaway === '' ? rest : { ...rest, takeaway }).then((isKept) => {
      if (isKept) setDraft((now) => (now === draft ? null : now));
    });
  };
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
            if (face !== undefined) void keep({ ...given, face });
          }}
        >
          {faces.map((face) => (
            <Radio key={face} value={`${face}`} label={met.faces[face]} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={met.takeaway} hint={met.share}>
        <Textarea
          value={draft ?? given.takeaway ?? ''}
          maxLength={longest}
          resize="vertical"
          onChange={(_, { value }) => {
            setDraft(value);
          }}
          onBlur={keepTakeaway}
        />
      </Field>
      <Checkbox
        label={met.shareWith({ names: namesOf(pairing.partners, app) })}
        checked={given.shared}
        onChange={(_, { checked }) => {
          void keep({ ...given, shared: checked === true });
        }}
      />
    </>
  );
}
