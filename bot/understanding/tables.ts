import de from './languages/de.json' with { type: 'json' };
import en from './languages/en.json' with { type: 'json' };

export const intents = [
  ...(['help', 'join', 'leave', 'pause', 'skip', 'resume', 'my-pairing', 'other-times'] as const),
  ...(['cannot-make-it', 'history', 'settings', 'never-with', 'invite', 'my-data', 'erase'] as const),
  ...(['privacy', 'coordinator', 'met', 'not-met', 'thanks', 'bye', 'small-talk', 'unknown'] as const),
];
export type Intent = (typeof intents)[number];

/**
 * What is known of a language: one file in `languages/`. Phrases are folded (plain-words.ts): lower case, no accents, no
 * apostrophes, `ue` for `ü`.
 */
export interface Table {
  /** BCP 47. chrono's name for the language's dates is the same. */
  readonly language: string;
  readonly words: {
    /** Whole sentences that say that somebody will be at their meeting. */
    readonly coming: readonly string[];
    readonly not: readonly string[];
    /** Politeness that means nothing beside other words. */
    readonly filler: readonly string[];
    /** The same at the end of a sentence. */
    readonly closing: readonly string[];
    /** Words at which a sentence may be cut in two. */
    readonly joints: readonly string[];
    /** Somebody asks or wonders, and wants nothing done yet. */
    readonly doubts: readonly string[];
    /** Beginnings of questions that want to know something, and want nothing done. */
    readonly questions: readonly string[];
    /** The sentence may be about somebody else. */
    readonly others: readonly string[];
  };
  readonly dates: {
    /** The first day back comes after one of these, or before it. */
    readonly until: readonly string[];
    readonly inclusive: readonly string[];
    /** Before a month, a week or a year: the first day back is the one after it. */
    readonly endOf: readonly string[];
    readonly next: readonly string[];
    /** Days with a name, as `MM-DD`. */
    readonly days: Readonly<Record<string, string>>;
    readonly numbers: Readonly<Record<string, number>>;
    readonly units: Readonly<Record<'day' | 'week' | 'month', readonly string[]>>;
    /** Words for a round after "one". */
    readonly rounds: readonly string[];
    /** "once", "twice" */
    readonly times: Readonly<Record<string, number>>;
    /** Stretches of time with a name, in days. */
    readonly periods: Readonly<Record<string, number>>;
  };
  readonly wishes: {
    readonly morning: readonly string[];
    readonly afternoon: readonly string[];
    readonly either: readonly string[];
    /** Lengths of a meeting in words, and their minutes. */
    readonly minutes: Readonly<Record<string, number>>;
    readonly minute: readonly string[];
  };
  readonly people: {
    readonly titles: readonly string[];
    /** A name may come after one of these. */
    readonly before: readonly string[];
    /** A name ends before one of these. */
    readonly after: readonly string[];
    /** Words that are no part of a name. */
    readonly roles: readonly string[];
  };
  /** Words of one meaning by its name, parted by spaces; `_` joins the words of a phrase, `*` is any ending (learning/groups.ts). */
  readonly groups: Readonly<Record<string, string>>;
  /** Sentences, and patterns of sentences (learning/expand.ts). */
  readonly examples: Readonly<Record<Intent, readonly string[]>>;
}

/** Every language that is understood. */
export const tables: readonly Table[] = [en, de].map((table) => ({
  ...table,
  dates: {
    ...table.dates,
    days: known<string>(table.dates.days),
    numbers: known<number>(table.dates.numbers),
    times: known<number>(table.dates.times),
    periods: known<number>(table.dates.periods),
  },
  wishes: { ...table.wishes, minutes: known<number>(table.wishes.minutes) },
}));

/** Of all languages: names and titles of one are written in the others, too. */
export const people: Table['people'] = {
  titles: tables.flatMap((table) => table.people.titles),
  before: tables.flatMap((table) => table.people.before),
  after: tables.flatMap((table) => table.people.after),
  roles: tables.flatMap((table) => table.people.roles),
};

/** Keys that one file has and another has not make the type of the imported files a union. */
function known<Value>(entries: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(entries).filter((entry): entry is [string, Value] => entry[1] !== undefined),
  );
}
