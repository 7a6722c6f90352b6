/** `glass` is Teams on a headset: dark words are unreadable there, so it counts as dark. */
export type HostTheme = 'default' | 'dark' | 'contrast';

/** What the page's address says before Teams does: its manifest asks for that (`staticTabs`). Null: nothing that is known. */
export function hints(search: string): { readonly locale: string | null; readonly theme: HostTheme | null } {
  const said = new URLSearchParams(search);
  const locale = said.get('locale');
  const theme = said.get('theme');
  return {
    // A host that does not fill it in leaves `{locale}`.
    locale: locale !== null && /^[a-z]{2,3}(-|$)/i.test(locale) ? locale : null,
    theme: theme === null ? null : knownTheme(theme),
  };
}

export function knownTheme(theme: string): HostTheme {
  if (theme === 'contrast') return 'contrast';
  return theme === 'dark' || theme === 'glass' ? 'dark' : 'default';
}
