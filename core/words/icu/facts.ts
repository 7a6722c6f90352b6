/** What holds of a language, beside its words. */
export interface Facts {
  /** BCP 47 language. */
  readonly tag: string;
  /** The language's own name. */
  readonly autonym: string;
  /** The tag for dates and times when a reader gives no region. */
  readonly region: string;
  readonly direction: 'ltr' | 'rtl';
  /** Whether it is for trying out alone: no page and no manifest offers it. */
  readonly trial?: true;
}
