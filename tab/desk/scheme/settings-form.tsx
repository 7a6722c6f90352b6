import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Switch,
  Text,
  tokens,
} from '@fluentui/react-components';
import { type SyntheticEvent, useState } from 'react';
import type { SchemeSettings, StoredSettings } from '../../../core/schemes/settings-schemas.ts';
import { Problem } from '../../client/problem.ts';
import { useApp } from '../../context/app-context.ts';
import { useDeskWords } from '../desk-words.ts';
import { Failure } from '../../parts/failure.tsx';

const bookings = ['automatic', 'suggestions'] as const;
const askings = ['standing', 'each-time'] as const;
const lengths = [30, 45, 60] as const;

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: '20px',
    padding: '20px 16px',
    marginTop: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow4,
  },
  lunch: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  times: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '12px 16px', marginTop: '8px' },
  time: { flex: '0 1 200px', minWidth: 0 },
  save: { alignSelf: 'flex-start' },
});

type Outcome = { readonly kind: 'saved' } | { readonly kind: 'refused'; readonly sentence: string };

/** What stands can be changed and saved; what was chosen stays when it could not be. */
export function SettingsForm({ read }: { readonly read: StoredSettings }) {
  const styles = useStyles();
  const { api, words, announce } = useApp();
  const [stored, setStored] = useState(read);
  const [wanted, setWanted] = useState<SchemeSettings>(read.settings);
  const [saving, setSaving] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const said = useDeskWords().scheme;
  const { lunch } = wanted;
  // HH:MM, which sort as text.
  const isComplete = lunch.start !== '' && lunch.end !== '';
  const endsTooSoon = isComplete && lunch.start >= lunch.end;

  function choose(change: Partial<SchemeSettings>): void {
    setWanted({ ...wanted, ...change });
    setOutcome(null);
  }

  async function save(): Promise<void> {
    setSaving(true);
    setOutcome(null);
    announce(said.saving);
    try {
      const result = await api.changeSettings(stored.scheme, stored.version, { settings: wanted });
      setStored(result.stored);
      if (result.changed) {
        announce(said.saved);
        setOutcome({ kind: 'saved' });
      } else {
        setWanted(result.stored.settings);
        setOutcome({ kind: 'refused', sentence: said.conflict });
      }
    } catch (error) {
      const problem = error instanceof Problem ? error.kind : 'unavailable';
      setOutcome({ kind: 'refused', sentence: said.notSaved({ why: words.problems[problem].title }) });
    } finally {
      setSaving(false);
    }
  }

  function submit(event: SyntheticEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (saving) return;
    if (isComplete && !endsTooSoon) void save();
    else event.currentTarget.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }

  return (
    <form className={styles.form} onSubmit={submit} aria-label={said.title} noValidate>
      <Field label={said.booking}>
        <RadioGroup
          value={wanted.booking}
          onChange={(_, { value }) => {
            choose({ booking: bookings.find((name) => name === value) ?? wanted.booking });
          }}
        >
          {bookings.map((name) => (
            <Radio key={name} value={name} label={said.bookings[name]} />
          ))}
        </RadioGroup>
      </Field>
      {wanted.booking === 'suggestions' && (
        <Switch
          checked={wanted.booksForSilent}
          label={said.booksForSilent}
          onChange={(_, { checked }) => {
            choose({ booksForSilent: checked });
          }}
        />
      )}
      <Field label={said.asking}>
        <RadioGroup
          value={wanted.asking}
          onChange={(_, { value }) => {
            choose({ asking: askings.find((name) => name === value) ?? wanted.asking });
          }}
        >
          {askings.map((name) => (
            <Radio key={name} value={name} label={said.askings[name]} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={said.length}>
        <RadioGroup
          value={`${wanted.minutes}`}
          onChange={(_, { value }) => {
            choose({ minutes: lengths.find((minutes) => `${minutes}` === value) ?? wanted.minutes });
          }}
        >
          {lengths.map((minutes) => (
            <Radio key={minutes} value={`${minutes}`} label={said.minutes({ n: minutes })} />
          ))}
        </RadioGroup>
      </Field>
      <Switch
        checked={wanted.coverage}
        label={said.coverage}
        onChange={(_, { checked }) => {
          choose({ coverage: checked });
        }}
      />
      <fieldset className={styles.lunch} aria-describedby="lunch-text">
        <legend className={styles.legend}>{said.lunch}</legend>
        <Text id="lunch-text" className={styles.quiet}>
          {said.lunchText}
        </Text>
        <div className={styles.times}>
          <Field
            label={said.lunchStart}
            className={styles.time}
            validationMessage={lunch.start === '' ? said.timeMissing : null}
          >
            <Input
              type="time"
              value={lunch.start}
              onChange={(_, { value }) => {
                choose({ lunch: { ...lunch, start: value } });
              }}
            />
          </Field>
          <Field
            label={said.lunchEnd}
            className={styles.time}
            validationMessage={lunch.end === '' ? said.timeMissing : endsTooSoon ? said.endsTooSoon : null}
          >
            <Input
              type="time"
              value={lunch.end}
              onChange={(_, { value }) => {
                choose({ lunch: { ...lunch, end: value } });
              }}
            />
          </Field>
        </div>
      </fieldset>
      <Button type="submit" appearance="primary" disabledFocusable={saving} className={styles.save}>
        {saving ? said.saving : said.save}
      </Button>
      {outcome?.kind === 'saved' && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{said.saved}</MessageBarBody>
        </MessageBar>
      )}
      {outcome?.kind === 'refused' && <Failure>{outcome.sentence}</Failure>}
    </form>
  );
}
