/** What Teams says of how somebody reads. `osLocaleInfo` is there on desktops alone. */
interface Reader {
  /** BCP 47: the language that Teams is set to. */
  readonly locale: string;
  readonly osLocaleInfo?:
    | {
        /** BCP 47: how the machine writes dates. */
        readonly regionalFormat?: string | undefined;
        /** Such as `HH:mm` or `h:mm tt`. */
        readonly shortTime?: string | undefined;
      }
    | undefined;
}

/**
 * The language of Teams, with the machine's region where that is of the same language, and its 12 or 24 hours.
 * @example localeOf({ locale: 'en-us', osLocaleInfo: { regionalFormat: 'en-gb', shortTime: 'HH:mm' } }) → 'en-GB-u-hc-h23'
 */
export function localeOf({ locale, osLocaleInfo }: Reader): string {
  const languageOf = (tag: string) => tag.split('-')[0]?.toLowerCase();
  const region = osLocaleInfo?.regionalFormat;
  const written = region !== undefined && languageOf(region) === languageOf(locale) ? region : locale;
  const hours = osLocaleInfo?.shortTime;
  try {
    if (hours === undefined || !/h/i.test(hours)) return written;
    return new Intl.Locale(written, { hourCycle: hours.includes('H') ? 'h23' : 'h12' }).toString();
  } catch {
    // What Teams said is no language tag: the words are chosen by what can be read of it.
    return locale;
  }
}

/**
 * Language and region alone. Null for what is no language tag.
 * @example languageIn('en-GB-u-hc-h23') → 'en-GB'
 */
export function languageIn(locale: string): string | null {
  try {
    return new Intl.Locale(locale).baseName;
  } catch {
    return null;
  }
}
