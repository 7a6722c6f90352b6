import { Button } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { Answers } from '../../../core/records/profile.ts';
import { Problem, problemOf } from '../../client/problem.ts';
import { useAct } from '../../api/use-act.ts';
import { useApp } from '../../context/app-context.ts';
import { useUndo } from '../../context/undo.tsx';
import type { Scheme } from '../decide-now.ts';
import { Card } from '../../parts/card.tsx';
import { type Rule, RulesFields, rulesToTick } from '../../parts/rules-fields.tsx';
import { useLook } from '../look.ts';
import { BackButton, OpenedHeading } from './opened.tsx';
import { nextOf } from './texts.ts';

type Chosen = Omit<Answers, 'rules' | 'ownRule'>;

/** What somebody is stored with who chose nothing yet. */
const unchosen: Chosen = {
  preferences: { hours: 'either', minutes: null },
  profile: { call: 'video', language: null },
};

interface Props {
  readonly scheme: Scheme;
  /** Whether they were never in; else what they chose before is kept. */
  readonly isNew: boolean;
  readonly back: () => void;
}

/** The ground rules, each to be ticked; then they join. The rest of the sign-up card may stay empty: it is in the settings. */
export default function Rules({ scheme, isNew, back }: Props) {
  const look = useLook();
  const app = useApp();
  const { words, api } = app;
  const said = words.chat.signUp;
  const { version, own } = scheme.rules;
  const act = useAct();
  const { fail } = useUndo();
  const [ticked, tick] = useState<readonly Rule[]>([]);
  const [isAsked, ask] = useState(false);
  const [isJoining, setIsJoining] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const join = async (): Promise<void> => {
    ask(true);
    const missing = rulesToTick(own).findIndex((rule) => !ticked.includes(rule));
    if (missing >= 0) {
      form.current?.querySelectorAll('input')[missing]?.focus();
      return;
    }
    setIsJoining(true);
    try {
      const kept = isNew ? unchosen : await chosenBefore();
      const answers = { ...kept, rules: version, ...(own !== null && { ownRule: own }) };
      act({ kind: 'join', scheme: scheme.id, answers }, words.now.join.said(nextOf(scheme, app)));
    } catch (error) {
      fail(words.undo.failed({ why: words.problems[problemOf(error).kind].title }));
    } finally {
      setIsJoining(false);
    }
  };
  const chosenBefore = async (): Promise<Chosen> => {
    try {
      return (await api.mySettings(scheme.id)).answers;
    } catch (error) {
      if (error instanceof Problem && error.kind === 'not-found') return unchosen;
      throw error;
    }
  };

  return (
    <Card>
      <form
        ref={form}
        noValidate
        className={look.column}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isJoining) void join();
        }}
      >
        <OpenedHeading>{said.rulesTitle}</OpenedHeading>
        <RulesFields scheme={scheme.name} ownRule={own} ticked={ticked} asked={isAsked} onChange={tick} />
        <p className={look.quiet}>{said.known}</p>
        <div className={look.buttons}>
          <Button type="submit" appearance="primary" disabledFocusable={isJoining}>
            {said.buttons.send}
          </Button>
          <BackButton back={back} />
        </div>
      </form>
    </Card>
  );
}
