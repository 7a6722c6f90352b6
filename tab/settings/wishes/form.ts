import type { Answers } from '../../../core/records/profile.ts';

/** What stands for the language of Teams among the languages to choose from. */
export const asInTeams = 'teams';

/** The fields of the settings, as a person fills them in. */
export interface Form {
  readonly drink: string;
  readonly about: string;
  readonly askMe: string;
  readonly hours: Answers['preferences']['hours'];
  readonly minutes: 'scheme' | '30' | '45' | '60';
  readonly call: Answers['profile']['call'];
  readonly third: boolean;
  /** BCP 47, or `asInTeams`. */
  readonly language: string;
  /** `work`: messages wait outside the working hours. `own`: they wait from `from` to `to`. */
  readonly quiet: 'work' | 'own';
  /** `HH:MM`, in the reader's own zone; may be empty while somebody types. */
  readonly from: string;
  readonly to: string;
}

/** The night, which is filled in for somebody who has chosen no quiet hours yet. */
const night = { from: '18:00', to: '08:00' } as const;

/** The form with what is stored. A length that is not longer than the scheme's shows as the scheme's, as on the bot's card. */
export function formOf({ preferences, profile }: Answers, schemeMinutes: number): Form {
  const { hours, minutes, third } = preferences;
  const { drink = '', about = '', askMe = '', call, language, quiet } = profile;
  return {
    drink,
    about,
    askMe,
    hours,
    minutes: minutes === null || minutes <= schemeMinutes ? 'scheme' : `${minutes}`,
    call,
    third: third === true,
    language: language ?? asInTeams,
    quiet: quiet === undefined ? 'work' : 'own',
    ...(quiet ?? night),
  };
}

const minutesOf = { scheme: null, '30': 30, '45': 45, '60': 60 } as const;

/** What is stored of a form. Texts go on one line; those that are empty are left out. */
export function answersOf(form: Form): Pick<Answers, 'preferences' | 'profile'> {
  const [drink, about, askMe] = [oneLine(form.drink), oneLine(form.about), oneLine(form.askMe)];
  const { hours, minutes, third, call, language, quiet, from, to } = form;
  return {
    preferences: { hours, minutes: minutesOf[minutes], third },
    profile: {
      ...(drink !== '' && { drink }),
      ...(about !== '' && { about }),
      ...(askMe !== '' && { askMe }),
      call,
      language: language === asInTeams ? null : language,
      ...(quiet === 'own' && { quiet: { from, to } }),
    },
  };
}

const oneLine = (text: string) =>
  text.replaceAll(/[\p{Cc}\p{Default_Ignorable_Code_Point}\s]+/gu, ' ').trim();

/** What can be wrong with a form: a time that is missing, or quiet hours that end as they begin. */
export function faultsOf({
  quiet,
  from,
  to,
}: Form): Partial<Record<'from' | 'to', 'timeMissing' | 'timesSame'>> {
  if (quiet === 'work') return {};
  return {
    ...(from === '' && { from: 'timeMissing' }),
    ...(to === '' ? { to: 'timeMissing' } : from === to && { to: 'timesSame' }),
  };
}

/** The fields that are seen as one: the times of the quiet hours belong together. */
export type Field = Exclude<keyof Form, 'from' | 'to'>;
const fields = [
  ...(['drink', 'about', 'askMe', 'hours', 'minutes', 'call', 'third', 'language'] as const),
  'quiet',
] as const satisfies readonly Field[];

/** What a field amounts to; two forms with the same values are stored alike. */
function valueOf(form: Form, field: Field): string | boolean {
  if (field === 'drink' || field === 'about' || field === 'askMe') return oneLine(form[field]);
  if (field !== 'quiet') return form[field];
  return form.quiet === 'own' ? `${form.from} ${form.to}` : 'work';
}

/** The fields in which two forms differ, in the order of the screen. */
export function changedFields(one: Form, other: Form): Field[] {
  return fields.filter((field) => valueOf(one, field) !== valueOf(other, field));
}

/** A form that somebody is filling in. */
export interface Typing {
  /** What is stored, as far as the form knows. */
  readonly base: Form;
  readonly typed: Form;
  /** What was changed elsewhere since they began, other than they typed it themselves. */
  readonly elsewhere: readonly Field[];
}

/** The form after something else was stored: what somebody changed themselves stays, the other fields follow. */
export function follow({ base, typed, elsewhere }: Typing, stored: Form): Typing {
  const mine = changedFields(base, typed);
  const kept = mine.flatMap((field): (keyof Form)[] =>
    field === 'quiet' ? ['quiet', 'from', 'to'] : [field],
  );
  const changed = changedFields(base, stored);
  const other = changedFields(typed, stored);
  return {
    base: stored,
    typed: { ...stored, ...Object.fromEntries(kept.map((field) => [field, typed[field]])) },
    // With nothing typed, nobody needs to choose between two values.
    elsewhere: fields.filter(
      (field) =>
        mine.length > 0 && other.includes(field) && (changed.includes(field) || elsewhere.includes(field)),
    ),
  };
}
