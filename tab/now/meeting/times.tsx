import { Button } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Times as Found } from '../../../core/api/meetings.ts';
import type { PairingView } from '../../../core/words/pairing-view.ts';
import { problemOf } from '../../client/problem.ts';
import { useTimes } from '../../api/queries.ts';
import { useApp } from '../../context/app-context.ts';
import type { Words } from '../../words/words.ts';
import { focusHeading } from '../heading.tsx';
import { useLook } from '../look.ts';
import { TimeButtons } from './time-buttons.tsx';
import { Skip, Write } from './steps.tsx';

/** Why somebody looks for other times: they would like one, they cannot come, or they have not met yet. */
export type TimesFor = 'other-times' | 'cannot' | 'not-yet';

interface Props {
  readonly pairing: PairingView;
  readonly why: TimesFor;
  /** What leads back; absent: nothing does. */
  readonly close?: () => void;
  /** What can be done besides; by default those who cannot come may leave it for this time. */
  readonly last?: ReactNode;
}

/** Times that suit everybody, read from their calendars now, and what else can be done. */
export function Times({ pairing, why, close, last }: Props) {
  const look = useLook();
  const { words } = useApp();
  const { data, error, refetch } = useTimes();
  const heading = useRef<HTMLHeadingElement>(null);
  const isOpened = close !== undefined;
  useEffect(() => {
    if (isOpened) heading.current?.focus();
  }, [isOpened]);
  const leave =
    close &&
    (() => {
      focusHeading();
      close();
    });
  return (
    <section className={look.column} aria-labelledby="times-title">
      <h2 id="times-title" ref={heading} tabIndex={-1} className={look.heading}>
        {why === 'cannot' ? words.chat.month.buttons.cannot : words.chat.buttons['other-times']}
      </h2>
      {(data !== undefined || error === null) && (
        <p role="status" className={data === undefined ? look.quiet : look.text}>
          {data === undefined ? words.now.times.looking : leadOf(data, why, words)}
        </p>
      )}
      {data === undefined && error !== null && (
        <>
          <p role="alert" className={look.text}>
            {words.problems[problemOf(error).kind].text}
          </p>
          <Button className={look.wide} onClick={() => void refetch()}>
            {words.tryAgain}
          </Button>
        </>
      )}
      {data?.pairing && <TimeButtons pairing={data.pairing} times={data.times} onChosen={leave} />}
      <div className={look.buttons}>
        {last ?? (why === 'cannot' && <Skip pairing={pairing} />)}
        <Write pairing={pairing} />
        {isOpened && <Button onClick={leave}>{words.now.times.keep}</Button>}
      </div>
    </section>
  );
}

/** What is said of the times, or of there being none. */
function leadOf({ pairing, times, reason }: Found, why: TimesFor, words: Words): string {
  const { choose, month } = words.chat;
  if (pairing !== null && times.length > 0) {
    const offered = choose[pairing.wishes === undefined ? 'offered' : 'offeredToAll'];
    return { cannot: month.cannot.lead, 'not-yet': month.met.lead, 'other-times': offered }[why];
  }
  if (reason !== null && reason !== 'no-slot') return choose.refused[reason];
  return {
    cannot: month.cannot.none,
    'not-yet': month.met.none,
    'other-times': choose.refused['no-slot'],
  }[why];
}
