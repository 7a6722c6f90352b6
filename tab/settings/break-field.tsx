import { Button, Field, Input, Text } from '@fluentui/react-components';
import { type SyntheticEvent, useState } from 'react';
import type { Now } from '../../core/api/me.ts';
import { useAct } from '../api/use-act.ts';
import { useApp } from '../context/app-context.ts';
import { date } from '../format/times.ts';
import { dayFault, daysBack } from './break.ts';
import { useLooks } from './looks.ts';
import type { ShownScheme } from './standing.ts';

interface Props {
  readonly now: Now;
  readonly scheme: ShownScheme;
}

/** A break until a day. */
export function BreakField({ now, scheme }: Props) {
  const looks = useLooks();
  const { words, locale } = useApp();
  const { part, pauseDate, said, refused } = words.mySettings;
  const [until, setUntil] = useState('');
  const [fault, setFault] = useState<ReturnType<typeof dayFault>>(null);
  const take = useAct();
  const days = daysBack(now.at, scheme.zone);

  function submit(event: SyntheticEvent<HTMLFormElement>): void {
    event.preventDefault();
    const found = dayFault(until, days);
    setFault(found);
    if (found !== null) {
      event.currentTarget.querySelector('input')?.focus();
      return;
    }
    const wanted = { kind: 'pause', scheme: scheme.id, until } as const;
    take(wanted, said.pause({ scheme: scheme.name, until: date(until, locale) }));
    setUntil('');
  }

  return (
    <form onSubmit={submit} noValidate aria-label={part.breakTitle}>
      <div className={looks.withButton}>
        <Field
          label={pauseDate}
          className={looks.field}
          validationMessage={
            fault === null ? null : fault === 'dayMissing' ? part.dayMissing : refused[fault]
          }
        >
          <Input
            type="date"
            min={days.first}
            max={days.last}
            value={until}
            onChange={(_, { value }) => {
              setUntil(value);
              setFault(null);
            }}
          />
        </Field>
        <Button type="submit" className={looks.besideField}>
          {words.chat.buttons['pause-until']}
        </Button>
      </div>
      <Text as="p" className={looks.quiet}>
        {part.breakText}
      </Text>
    </form>
  );
}
