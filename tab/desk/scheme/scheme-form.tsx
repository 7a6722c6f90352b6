import { Button, makeStyles, Text } from '@fluentui/react-components';
import { type ReactNode, type SyntheticEvent, useId, useRef, useState } from 'react';
import type { SchemeSettings } from '../../../core/schemes/settings-schemas.ts';
import { Failure } from '../../parts/failure.tsx';
import { useLooks } from '../../settings/looks.ts';
import { Section } from '../../settings/section.tsx';
import { useDeskWords } from '../desk-words.ts';
import { Coordinators, type Named } from './coordinators.tsx';
import { Dates } from './dates.tsx';
import { faultsOf, hasDates, storable } from './form.ts';
import { MeetingFields } from './fields/meeting-fields.tsx';
import { WhatFields } from './fields/what-fields.tsx';
import { WhenFields } from './fields/when-fields.tsx';
import { WhoFields } from './fields/who-fields.tsx';

const useStyles = makeStyles({
  about: { marginBottom: '16px' },
  end: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '12px' },
});

interface Props {
  /** The name of the form. */
  readonly name: string;
  /** What is said before it. */
  readonly about: string;
  readonly typed: SchemeSettings;
  /** As they are stored; null: not yet. */
  readonly stored: SchemeSettings | null;
  /** The coordinators that are stored, by name. */
  readonly people: readonly Named[];
  /** Now: ISO 8601 instant. */
  readonly at: string;
  readonly isSending: boolean;
  /** What the button says. */
  readonly send: string;
  /** Why it was not sent; null: nothing went wrong. */
  readonly failure: string | null;
  /** What else is said beside the button. */
  readonly children?: ReactNode;
  readonly onChange: (change: Partial<SchemeSettings>) => void;
  readonly onSend: () => void;
}

/** Every setting of a scheme. What is wrong is said as it is typed; the button leads to it. */
export function SchemeForm(props: Props) {
  const { name, about, typed, stored, people, at, isSending, send, failure, children, onChange, onSend } =
    props;
  const looks = useLooks();
  const styles = useStyles();
  const { parts } = useDeskWords().scheme;
  const id = useId();
  const page = useRef<HTMLDivElement>(null);
  const [found, setFound] = useState<readonly Named[]>([]);
  const coordinators = typed.coordinators.map(
    (one) => [...found, ...people].find(({ id: theirs }) => theirs === one) ?? { id: one, name: '' },
  );
  const faults = faultsOf(typed, stored);
  const given = { typed, faults, onChange };

  function submit(event: SyntheticEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (isSending) return;
    if (Object.keys(faults).length === 0) onSend();
    else page.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }

  return (
    <div ref={page}>
      <Text block className={styles.about}>
        {about}
      </Text>
      <form id={id} onSubmit={submit} noValidate aria-label={name}>
        <Section title={parts.what}>
          <div className={looks.form}>
            <WhatFields {...given} />
          </div>
        </Section>
        <Section title={parts.when}>
          <div className={looks.form}>
            <WhenFields {...given} at={at} />
            <Dates settings={storable(typed)} isComplete={hasDates(faults)} />
          </div>
        </Section>
        <Section title={parts.meetings}>
          <div className={looks.form}>
            <MeetingFields {...given} />
          </div>
        </Section>
        <Section title={parts.who}>
          <div className={looks.form}>
            <WhoFields {...given} />
          </div>
        </Section>
      </form>
      {/* It has a form of its own, in which a colleague is looked up. */}
      <Coordinators
        people={coordinators}
        isAuthor={stored === null}
        isFaulty={faults.coordinators !== undefined}
        onChange={(chosen) => {
          setFound(chosen);
          onChange({ coordinators: chosen.map((one) => one.id) });
        }}
      />
      <div className={styles.end}>
        {children}
        {failure !== null && <Failure>{failure}</Failure>}
        <Button type="submit" form={id} appearance="primary" size="large" disabledFocusable={isSending}>
          {send}
        </Button>
      </div>
    </div>
  );
}
