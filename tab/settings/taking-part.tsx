import { Button, Link, Text } from '@fluentui/react-components';
import { useRef } from 'react';
import type { WantedAct } from '../../core/api/acts.ts';
import type { Now } from '../../core/api/me.ts';
import { useAct } from '../api/use-act.ts';
import { useApp } from '../context/app-context.ts';
import { hrefOf } from '../context/route.ts';
import { date, day } from '../format/times.ts';
import { BreakField } from './break-field.tsx';
import { useLooks } from './looks.ts';
import { PartHeading, Section } from './section.tsx';
import { nextToSkip, type ShownScheme, type Standing, standingIn } from './standing.ts';

interface Props {
  readonly now: Now;
  readonly scheme: ShownScheme;
}

/** What a button does: its label, the act, and what is said of it. */
type Step = readonly [label: string, wanted: WantedAct, said: string];

/** Where somebody stands with a scheme, and what they can do about it. Each act can be undone for ten seconds. */
export function TakingPart({ now, scheme }: Props) {
  const looks = useLooks();
  const { words, locale, zone } = useApp();
  const { mySettings, chat } = words;
  const { part, said } = mySettings;
  const standing = standingIn(now, scheme);
  const { status } = standing;
  const take = useAct();
  const next = useRef<HTMLDivElement>(null);
  const named = { scheme: scheme.name };
  const step = nextStep(standing);

  return (
    <Section title={part.title}>
      <Text>{standingText(standing)}</Text>
      {step === null ? (
        <Link className={looks.start} href={hrefOf({ view: 'now', about: 'join' })}>
          {part.join}
        </Link>
      ) : (
        // The same button whatever it does, so that the focus stays.
        <div ref={next}>
          <Button
            onClick={() => {
              take(step[1], step[2]);
            }}
          >
            {step[0]}
          </Button>
        </div>
      )}
      {status === 'active' && nextToSkip(now, scheme) !== scheme.next.week && (
        <Text className={looks.quiet}>{part.skipText}</Text>
      )}
      {(status === 'active' || status === 'paused') && (
        <>
          <PartHeading>{part.breakTitle}</PartHeading>
          <BreakField now={now} scheme={scheme} />
          <PartHeading>{part.leaveTitle}</PartHeading>
          <Text className={looks.quiet}>{part.leaveText}</Text>
          <Button
            className={looks.start}
            onClick={() => {
              take({ kind: 'leave', scheme: scheme.id }, said.leave(named));
              next.current?.querySelector('button')?.focus();
            }}
          >
            {chat.buttons.leave}
          </Button>
        </>
      )}
    </Section>
  );

  function standingText({ skips, pausedUntil }: Standing): string {
    if (status === 'active') {
      const pairing = day(scheme.next.pairingAt, zone, locale);
      return mySettings.standing.active({ ...named, pairing, week: date(scheme.next.week, locale) });
    }
    if (skips !== null) return part.skipping({ ...named, week: date(skips, locale) });
    if (status !== 'paused') return mySettings.standing[status](named);
    if (pausedUntil === null) return mySettings.standing.pausedOpen(named);
    return mySettings.standing.paused({ ...named, until: date(pausedUntil, locale) });
  }

  function nextStep({ skips }: Standing): Step | null {
    const inScheme = { scheme: scheme.id };
    if (status === 'not-in') return null;
    if (status === 'left') return [part.joinAgain, { kind: 'join', ...inScheme }, said.join(named)];
    if (status === 'active' || skips !== null) {
      const round = skips ?? nextToSkip(now, scheme);
      const week = date(round, locale);
      return status === 'active'
        ? [part.skip({ week }), { kind: 'skip', ...inScheme, round }, said.skip({ week })]
        : [part.takePart({ week }), { kind: 'take-part', ...inScheme, round }, said.takePart({ week })];
    }
    return [chat.buttons['come-back'], { kind: 'resume', ...inScheme }, said.resume(named)];
  }
}
