/** @example listNames(['Ada', 'Grace'], 'en') → 'Ada and Grace' */
export function listNames(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}
