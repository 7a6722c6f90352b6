import type { manifest as en } from '../en/manifest.ts';
import type { Translation } from '../icu/text.ts';

export const manifest = {
  name: {
    short: 'UnMentoring',
    full: 'UnMentoring: ein Kaffee mit jemandem, den das Los bestimmt',
  },
  description: {
    short: 'Regelmäßig ein Gespräch mit jemandem aus dem Kollegium, fertig gebucht.',
    /** Markdown. `host`: where the app and its pages are. */
    full: `UnMentoring arbeitet mit Microsoft Teams und Outlook und bringt Menschen zusammen, die sich bei der Arbeit sonst nicht begegnen.

- Schreiben Sie einmal „mitmachen“ in den Chat. Alle paar Wochen bestimmt das Los, wen Sie treffen.
- Sie treffen sich für eine halbe Stunde, die in beiden Kalendern und beiden Arbeitstagen frei ist, auch über Zeitzonen hinweg.
- Sie bekommen beide eine Outlook-Einladung mit Teams-Link. Sagt jemand ab, wird das Treffen verlegt.
- Eine Tagesordnung gibt es nicht. Denken, Tun, Teilen stehen bereit, wenn Sie einen Anfang suchen. Sie bringen Ihr Lieblingsgetränk mit.
- Eine Weile nicht da? Schreiben Sie „pause“. Genug? Schreiben Sie „abmelden“. Niemand nimmt teil, der es nicht wollte.

In einem Kanal oder Gruppenchat sagt eine Registerkarte allen, wie man mitmacht. Wen Sie treffen, erfahren nur Sie.

Bevor jemand mitmachen kann, erlaubt eine Administratorin oder ein Administrator von Microsoft 365, dass UnMentoring das Verzeichnis liest, sieht, wann Teilnehmende frei oder belegt sind, aus eigenen Postfächern einlädt und in Chats mit ihm die eigenen Nachrichten findet. Was gespeichert wird, und wie lange: [Datenschutz](https://{host}/privacy).

[Hilfe und Unterstützung](https://{host}/support)`,
  },
  /** What the bot offers to type: in one's own chat, and in teams and group chats. */
  commands: {
    personal: [
      { title: 'mitmachen', description: 'Ab der nächsten Runde teilnehmen' },
      { title: 'mein treffen', description: 'Wen Sie treffen, und wann' },
      { title: 'andere zeit', description: 'Das Treffen auf eine Zeit verlegen, die allen passt' },
      { title: 'einstellungen', description: 'Vormittags oder nachmittags, und wie lange' },
      { title: 'pause', description: 'Eine Runde aussetzen, oder bis zu einem Tag' },
      { title: 'abmelden', description: 'Nicht mehr teilnehmen' },
      { title: 'hilfe', description: 'Was UnMentoring kann' },
    ],
    group: [{ title: 'hilfe', description: 'Wo UnMentoring mit Ihnen spricht' }],
  },
  tab: 'UnMentoring',
} as const satisfies Translation<typeof en>;
