import type { file as en } from '../../../en/tab/desk/file.ts';
import type { Translation } from '../../../icu/text.ts';

export const file = {
  name: 'runde-{round}.csv',
  heads: {
    department: 'Abteilung',
    mail: 'E-Mail-Adresse',
    step: 'Wie weit sie sind',
    partners: 'Trifft',
    when: 'Wann ({zone})',
    answer: 'Antwort',
    outcome: 'Haben sie sich getroffen',
    reason: 'Warum kein Treffen',
    told: 'Nachricht',
  },
  steps: {
    enrolled: 'Angemeldet',
    in: 'In dieser Runde',
    paired: 'Zugelost',
    invited: 'Eingeladen',
    accepted: 'Zugesagt',
    met: 'Getroffen',
  },
  answers: {
    none: 'Noch keine Antwort',
    accepted: 'Zugesagt',
    tentative: 'Mit Vorbehalt',
    declined: 'Abgesagt',
  },
} as const satisfies Translation<typeof en>;
