import { Button, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import type { AskedToErase } from '../../../core/api/data.ts';
import { type Problem, type ProblemKind, problemOf } from '../../client/problem.ts';
import { keys } from '../../api/queries.ts';
import { useApp } from '../../context/app-context.ts';
import { Failure } from '../../parts/failure.tsx';
import { useLooks } from '../looks.ts';
import { settledText, whatWouldHappen } from './ahead.ts';

const useStyles = makeStyles({
  question: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px',
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { ...typographyStyles.body1Strong, margin: 0, outlineStyle: 'none' },
});

/** Problems after which nobody knows whether the product took what was asked. */
const mayHaveArrived: ReadonlySet<ProblemKind> = new Set(['slow', 'unavailable', 'offline', 'unreadable']);

/** What is shown: the offer, the question with what would happen, or an end. */
type Step =
  | { readonly kind: 'offer'; readonly said: string | null }
  | {
      readonly kind: 'question';
      readonly asked: Extract<AskedToErase, { kind: 'asked' }>;
      readonly isAgain: boolean;
    }
  | { readonly kind: 'end'; readonly said: string };

/** Erases everything, in two steps: what would happen, then the confirmation. It is the one write without *Undo*. */
export function Erase() {
  const looks = useLooks();
  const { api, words, locale, zone, announce } = useApp();
  const { erasing, erase } = words.mySettings;
  const client = useQueryClient();
  const [step, setStep] = useState<Step>({ kind: 'offer', said: null });
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const reading = { words, locale, zone };

  // What was pressed is gone: whoever uses a keyboard goes on from here.
  useEffect(() => {
    if (step.kind === 'end') box.current?.focus();
    if (step.kind === 'offer' && step.said !== null) box.current?.querySelector('button')?.focus();
  }, [step]);

  async function attempt(call: () => Promise<void>): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    setFailure(null);
    try {
      await call();
    } catch (error) {
      setFailure(erasing.failed({ why: words.problems[problemOf(error).kind].title }));
    } finally {
      setIsBusy(false);
    }
  }

  async function ask(isAgain: boolean): Promise<void> {
    show(await api.erase(), isAgain);
  }

  function show(answer: AskedToErase, isAgain: boolean): void {
    if (answer.kind === 'asked') setStep({ kind: 'question', asked: answer, isAgain });
    else end(answer.kind === 'confirmed' ? settledText(answer.staysUntil, reading) : erase.nothing);
  }

  function end(said: string): void {
    setStep({ kind: 'end', said });
    announce(said);
  }

  async function confirm(token: string): Promise<void> {
    try {
      show(await api.erase(token), true);
    } catch (error) {
      const problem = problemOf(error);
      if (isTooLate(problem)) await ask(true);
      else if (!mayHaveArrived.has(problem.kind)) throw problem;
      else setFailure(erasing.unsure({ why: words.problems[problem.kind].title }));
    }
    await client.invalidateQueries({ queryKey: keys.mine });
  }

  return (
    <div ref={box} tabIndex={-1} className={looks.reached}>
      {step.kind === 'offer' && (
        <>
          <Text className={looks.quiet}>{step.said ?? erasing.text}</Text>
          <Button
            className={looks.start}
            disabledFocusable={isBusy}
            onClick={() => void attempt(() => ask(false))}
          >
            {words.chat.buttons['erase-ask']}
          </Button>
        </>
      )}
      {step.kind === 'question' && (
        <Question
          lines={[
            ...(step.isAgain ? [erase.tooLate] : []),
            ...whatWouldHappen(step.asked, reading),
            erasing.final,
          ]}
          isBusy={isBusy}
          onConfirm={() => void attempt(() => confirm(step.asked.token))}
          onKeep={() => {
            setStep({ kind: 'offer', said: erasing.kept });
            announce(erasing.kept);
          }}
        />
      )}
      {step.kind === 'end' && <Text>{step.said}</Text>}
      {failure !== null && <Failure>{failure}</Failure>}
    </div>
  );
}

interface QuestionProps {
  readonly lines: readonly string[];
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onKeep: () => void;
}

function Question({ lines, isBusy, onConfirm, onKeep }: QuestionProps) {
  const styles = useStyles();
  const looks = useLooks();
  const { mySettings, chat } = useApp().words;
  const title = useRef<HTMLHeadingElement>(null);
  const id = useId();
  // The button that led here is gone: whoever uses a keyboard goes on from the heading.
  useEffect(() => {
    title.current?.focus();
  }, []);
  return (
    <div className={styles.question} role="group" aria-labelledby={id}>
      <h4 id={id} ref={title} tabIndex={-1} className={styles.title}>
        {mySettings.erasing.would}
      </h4>
      <ul className={looks.bullets}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className={looks.row}>
        <Button onClick={onKeep}>{mySettings.erasing.keep}</Button>
        <Button disabledFocusable={isBusy} onClick={onConfirm}>
          {chat.buttons['yes-erase']}
        </Button>
      </div>
    </div>
  );
}

function isTooLate({ kind, reason }: Problem): boolean {
  return kind === 'refused' && reason === 'too-late';
}
