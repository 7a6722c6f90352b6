/** People in a chat, and what is filled in to be sent. */
interface Chat {
  /** Mail addresses. */
  readonly users: string[];
  readonly message?: string;
}

/** The address of a chat in Teams with people. @param mails their addresses */
export function chatLink(mails: readonly string[]): string {
  return `https://teams.microsoft.com/l/chat/0/0?users=${mails.map(encodeURIComponent).join(',')}`;
}

/**
 * The chat that a link of Teams opens; null for every other link, and for a chat with a bot, which has no mail address.
 * @example chatOf('https://teams.microsoft.com/l/chat/0/0?users=ada%40example.com') → { users: ['ada@example.com'] }
 */
export function chatOf(link: string): Chat | null {
  if (!link.startsWith('https://teams.microsoft.com/l/chat/0/0?')) return null;
  const { searchParams } = new URL(link);
  const users = searchParams.get('users')?.split(',') ?? [];
  const message = searchParams.get('message');
  if (users.length === 0 || users.some((user) => user.startsWith('28:'))) return null;
  return { users, ...(message !== null && { message }) };
}

/** The part of the tab's address for what a link of Teams names, such as `now?met`. */
export function hashOfSubPage(subPage: string): string {
  return `#/${subPage.replace(/^[#/]+/, '')}`;
}
