/**
 * A link of Teams that opens the chat with somebody, with a text to send.
 * @param user mail address, or a bot as `28:` and its id
 * @example chatLink('ada@example.com', 'Hello') → 'https://teams.microsoft.com/l/chat/0/0?users=ada%40example.com&message=Hello'
 */
export function chatLink(user: string, text?: string): string {
  const message = text === undefined ? '' : `&message=${encodeURIComponent(text)}`;
  return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(user)}${message}`;
}

/** The part of the tab's address for what a link of Teams names, such as `now?met`. */
export function hashOfSubPage(subPage: string): string {
  return `#/${subPage.replace(/^[#/]+/, '')}`;
}
