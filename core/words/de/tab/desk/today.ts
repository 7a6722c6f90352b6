import type { today as en } from '../../../en/tab/desk/today.ts';
import type { Translation } from '../../../icu/text.ts';

export const today = {
  title: 'Heute',
  of: 'Heute in {scheme}',
  shown:
    '{n, plural, =0 {Nichts braucht Ihre Hilfe.} one {Eine Sache braucht Ihre Hilfe.} other {# Dinge brauchen Ihre Hilfe.}}',
  handsTitle: 'Was Ihre Hilfe braucht',
  nothing: {
    title: 'Nichts braucht Ihre Hilfe',
    text: 'Alle wurden erreicht, und jedes Treffen, das zu buchen war, ist gebucht.',
    quiet: 'Zurzeit läuft keine Runde. Bis zur nächsten gibt es nichts zu tun.',
  },
  hands: {
    'not-released': {
      title: 'Die Runde vom {monday} wartet auf Sie',
      text: 'Noch weiß niemand, wen er trifft. Sie geht hinaus, sobald Sie sie freigeben, spätestens zu Beginn ihrer Woche.',
    },
    'not-reached': {
      title: '{n, plural, one {Eine Person wurde nicht erreicht} other {# Personen wurden nicht erreicht}}',
      text: 'Teams hat unsere letzte Nachricht nicht angenommen. Vielleicht ist die App entfernt oder blockiert: Ein Wort von Ihnen hilft.',
    },
    'refused-by-outlook': {
      title:
        '{n, plural, one {Outlook nimmt eine Einladung nicht an} other {Outlook nimmt # Einladungen nicht an}}',
      text: 'Es wurde mehrmals versucht. Oft ist ein Postfach umgezogen oder voll. Versuchen Sie es erneut, oder schreiben Sie den beiden.',
    },
    'calendar-unreadable': {
      title: '{n, plural, one {Ein Kalender ist nicht lesbar} other {# Kalender sind nicht lesbar}}',
      text: 'Ohne ihn findet sich keine Zeit. Wer sich um Microsoft 365 kümmert, kann ihn freigeben.',
    },
    'nobody-to-meet': {
      title:
        '{n, plural, one {Eine Person hat niemanden zu treffen} other {# Personen haben niemanden zu treffen}}',
      text: 'Sie nehmen an der Runde vom {monday} teil. Zwei oder drei von ihnen lassen sich von Hand zusammenbringen.',
    },
    'mailbox-gone': {
      title: 'Ein Postfach, das Einladungen sendet, funktioniert nicht mehr',
      text: 'Seine Treffen lassen sich weder buchen noch verlegen. Bitten Sie die Menschen, die sich um Microsoft 365 kümmern, es wiederherzustellen.',
    },
    poison: {
      title: '{n, plural, one {Eine Aufgabe wurde aufgegeben} other {# Aufgaben wurden aufgegeben}}',
      text: 'Sie sind mehrmals nacheinander fehlgeschlagen. Nichts ist verloren: Sie lassen sich erneut versuchen.',
    },
    overdue: {
      title: 'Die Runde vom {monday} ist im Verzug',
      text: 'Sie geht von selbst weiter, sobald es möglich ist. Bleibt das eine Stunde so, sagen Sie bitte denen Bescheid, die UnMentoring betreiben.',
    },
  },
  steps: {
    call: 'Noch wurde niemand gefragt.',
    draft: 'Die Vorschau ist noch zu erstellen.',
    pair: 'Die Auslosung steht noch aus.',
    'carry-out': 'Einladungen und Nachrichten sind noch zu senden.',
    'look-after': 'Antworten sind noch zu lesen.',
    'look-ahead': 'Antworten zu den nächsten Treffen sind noch zu lesen.',
    'look-at-changes': 'Eine Änderung ist noch einzuarbeiten.',
    close: 'Die Runde ist noch abzuschließen.',
  },
  mailbox: 'Postfach: {mail}',
  detail: 'Microsoft 365 meldet {code}.',
  andMore: '{n, plural, one {und eine weitere Person} other {und # weitere Personen}}',
  tellAgain: 'Erneut benachrichtigen',
  tellAgainName: 'Erneut benachrichtigen: {names}',
  tellAgainSaid: 'Erneut benachrichtigt: {names}.',
  retry: 'Erneut versuchen',
  preview: 'Ansehen und freigeben',
  pairByHand: 'Von Hand zusammenbringen',
  openRound: 'Runde öffnen',

  findings: {
    enrolled: 'In Runde {round, number} ist noch niemand dabei.',
    in: '{n, number} von {of, number} Personen sind in Runde {round, number} dabei.',
    paired: '{n, number} von {of, number} Personen in Runde {round, number} haben ein Gegenüber.',
    invited: '{n, number} von {of, number} Personen mit Gegenüber in Runde {round, number} sind eingeladen.',
    accepted: '{n, number} von {of, number} Eingeladenen in Runde {round, number} haben zugesagt.',
    met: '{n, number} von {of, number} Personen mit Gegenüber in Runde {round, number} haben sich getroffen.',
  },
  line: {
    enrolled: 'Angemeldet',
    in: 'Dabei',
    paired: 'Ausgelost',
    invited: 'Eingeladen',
    accepted: 'Zugesagt',
    met: 'Getroffen',
  },
  draftTitle: 'Die Runde vom {monday} ist bereit',
  draft:
    '{pairs, plural, =0 {Kein Paar} one {Ein Paar} other {# Paare}}, {trios, plural, =0 {keine Dreiergruppe} one {eine Dreiergruppe} other {# Dreiergruppen}}, {without, plural, =0 {niemand ohne Treffen} one {eine Person ohne Treffen} other {# Personen ohne Treffen}}. Von selbst geht sie hinaus: {when}.',
  draftOpen: 'Ansehen',

  nextTitle: 'Die nächste Runde',
  enrolled: '{n, plural, =0 {Niemand ist} one {Eine Person ist} other {# Personen sind}} bisher angemeldet.',
  calledAt: 'Alle werden gefragt oder erinnert',
  draftAt: 'Sie können sie ansehen',
  pairingAt: 'Sie geht hinaus',
  week: 'Treffwoche',
  weekFrom: 'ab {monday}',
  zone: 'Alle Uhrzeiten gelten für {city}.',
} as const satisfies Translation<typeof en>;
