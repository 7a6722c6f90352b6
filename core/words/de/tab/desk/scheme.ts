import type { scheme as en } from '../../../en/tab/desk/scheme.ts';
import type { Translation } from '../../../icu/text.ts';

export const scheme = {
  title: 'Einstellungen',
  of: 'Einstellungen von {scheme}',
  from: 'Sie gelten für jedes Treffen, das ab jetzt geplant wird. Bereits gebuchte oder vorgeschlagene Treffen bleiben, wie sie sind.',
  booking: 'Wie Treffen zustande kommen',
  bookings: {
    automatic: 'Automatisch gebucht, zu einer Zeit, die bei allen frei ist',
    suggestions: 'Die Teilnehmenden wählen eine der vorgeschlagenen Zeiten',
  },
  booksForSilent:
    'Wo niemand wählt, am zweiten Arbeitstag der Woche mittags die beste Zeit buchen, die noch frei ist. Sonst findet ein solches Treffen nicht statt.',
  asking: 'Wer an einer Runde teilnimmt',
  askings: {
    standing:
      'Alle, die angemeldet sind. Wer zwei Runden lang still war, wird drei Arbeitstage vorher erinnert und kann die Runde auslassen.',
    'each-time':
      'Nur wer Ja sagt. Alle werden drei Arbeitstage vor jeder Runde gefragt; wer nicht antwortet, setzt diese Runde aus.',
  },
  length: 'Dauer eines Treffens',
  minutes: '{n, number} Minuten',
  coverage: 'Bevorzugt Menschen zusammenbringen, deren Abteilungen sich noch nicht getroffen haben',
  lunch: 'Mittagspause',
  lunchText: 'In der Zeitzone jeder Person. Sie bleibt frei, wo eine andere Zeit passt.',
  lunchStart: 'Von',
  lunchEnd: 'Bis',
  timeMissing: 'Geben Sie eine Uhrzeit ein.',
  endsTooSoon: 'Wählen Sie eine Uhrzeit nach dem Beginn der Mittagspause.',
  save: 'Speichern',
  saving: 'Wird gespeichert …',
  saved: 'Gespeichert. Die Einstellungen gelten für alles, was ab jetzt geplant wird.',
  conflict:
    'Nicht gespeichert: Jemand anderes hat diese Einstellungen inzwischen geändert. Hier steht, was jetzt gilt. Ändern Sie es erneut, wenn Sie das weiterhin möchten.',
  notSaved: 'Nicht gespeichert. {why}. Ihre Auswahl steht noch hier: Versuchen Sie es erneut.',
} as const satisfies Translation<typeof en>;
