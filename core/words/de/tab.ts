import type { tab as en } from '../en/tab.ts';
import type { Translation } from '../icu/text.ts';
import { coordinator } from './coordinator.ts';

export const tab = {
  tabs: { label: 'UnMentoring', pairing: 'Mein Treffen', history: 'Verlauf', rounds: 'Runden' },
  loading: 'Einen Moment …',
  colleague: 'eine Kollegin, ein Kollege',
  tryAgain: 'Erneut versuchen',
  problems: {
    'sign-in-denied': {
      title: 'Teams hat Sie nicht angemeldet',
      text: 'Ohne Anmeldung wissen wir nicht, wer Sie sind. Versuchen Sie es erneut und stimmen Sie zu, wenn Teams fragt. Hilft das nicht, wenden Sie sich an Ihre Koordination.',
    },
    unauthorised: {
      title: 'Ihre Anmeldung wurde nicht angenommen',
      text: 'Vielleicht ist sie abgelaufen. Versuchen Sie es erneut; hilft das nicht, melden Sie sich in Teams ab und wieder an.',
    },
    forbidden: {
      title: 'Das ist für Sie nicht freigegeben',
      text: 'Ihr Konto darf diese Seite nicht sehen. Wenn Sie meinen, dass es das sollte, wenden Sie sich an Ihre Koordination.',
    },
    'not-found': {
      title: 'Hier gibt es nichts',
      text: 'Vielleicht wurde es verschoben oder entfernt, seit Sie diese Seite geöffnet haben. Gehen Sie zurück und wählen Sie neu.',
    },
    unavailable: {
      title: 'UnMentoring ist gerade nicht erreichbar',
      text: 'Es ist nichts verloren: Ihr Termin steht in Ihrem Kalender. Versuchen Sie es gleich noch einmal.',
    },
    unreadable: {
      title: 'Diese Seite ist veraltet',
      text: 'UnMentoring wurde aktualisiert, seit Sie sie geöffnet haben. Schließen Sie die Registerkarte und öffnen Sie sie neu.',
    },
  },
  crashed: {
    title: 'Diese Seite funktioniert nicht mehr',
    text: 'Das liegt an uns, nicht an Ihnen. Ihr Treffen und Ihr Termin sind davon nicht betroffen.',
    reload: 'Neu laden',
  },
  outsideTeams: {
    title: 'UnMentoring in Teams öffnen',
    text: 'Diese Seite gehört in Microsoft Teams: Dort weiß sie, wer Sie sind. Sie finden UnMentoring dort unter Ihren Apps.',
    open: 'Zu Teams',
  },
  channel: {
    title: 'Ein Kaffee mit jemandem, den Sie sonst nicht treffen',
    text: 'Einmal im Monat bestimmt das Los für alle, die mitmachen, wen sie treffen. UnMentoring findet eine Zeit, die in beiden Kalendern frei ist, und bucht sie.',
    steps: [
      'Öffnen Sie UnMentoring und fügen Sie es hinzu.',
      'Schreiben Sie dort „mitmachen“ in den Chat.',
      'Mit der nächsten Runde erfahren Sie, wen Sie treffen, und wann.',
    ],
    alone: 'Alle hier sehen diese Seite so wie Sie. Wen Sie treffen, erfahren nur Sie.',
    open: 'UnMentoring öffnen',
  },
  configure: {
    title: 'Erzählen Sie allen hier von UnMentoring',
    text: 'Nach dem Speichern erklärt eine Registerkarte, was UnMentoring ist und wie man mitmacht. Alle sehen dasselbe; niemand sieht, wer wen trifft. Es gibt nichts einzustellen.',
  },
  unreachable: {
    title: 'Unsere Nachrichten erreichen Sie nicht',
    text: 'Sie haben den UnMentoring-Bot blockiert oder entfernt und werden deshalb nicht verabredet. Fügen Sie die App in Teams wieder hinzu, um zurückzukommen.',
  },
  pairing: {
    title: 'Mein Treffen',
    shown: 'Ihr Treffen mit {partners} wird angezeigt.',
    state: {
      planned: 'Wird gebucht',
      booked: 'Gebucht',
      suggested: 'Zeit zu wählen',
      failed: 'Nicht gebucht',
      cancelled: 'Fällt aus',
    },
    stateText: {
      planned: 'Die Einladung ist unterwegs in Ihre Kalender.',
      booked: 'Der Termin steht in Ihren Kalendern.',
      suggested: 'Eine Einladung gibt es noch nicht: Jemand von Ihnen wählt die Zeit.',
      failed: 'Wir konnten keinen Termin buchen. Der Bot sagt Ihnen, wie es weitergeht.',
      cancelled: 'Es kann nun doch nicht stattfinden. Der Bot sagt Ihnen, wie es weitergeht.',
    },
    allChoose: 'Eine Einladung gibt es noch nicht: Sie folgt, sobald alle dieselbe Zeit gewählt haben.',
    wish: '{name} würde gern diese Zeit nehmen.',
    yourWish: 'Sie würden gern diese Zeit nehmen.',
    yourTime: '{time}, Ihre Zeit ({city})',
    theirTime: 'Für {name}: {time} ({city})',
    noTimeYet: 'Der Termin wird noch gesucht.',
    offerTitle: 'Zeiten zur Wahl',
    offerText: 'Wählen Sie eine im Chat mit dem Bot; diese Seite zeigt sie nur.',
    noOffer: 'Zurzeit passt keine Zeit allen. Um neu zu suchen, schreiben Sie dem Bot „andere Zeit“.',
    join: 'In Teams teilnehmen',
    noLink: 'Dieser Termin hat keinen Teams-Link. Verabreden Sie miteinander, wo Sie sich treffen.',
    answers: 'Antworten',
    you: 'Sie',
    answerHint:
      'Zu- oder absagen können Sie in der Outlook-Einladung. Für eine andere Zeit schreiben Sie dem Bot „andere Zeit“.',
    drink: 'Lieblingsgetränk: {drink}',
    askMe: 'Wird gern gefragt nach: {askMe}',
    firstTime: 'Sie haben sich hier noch nie getroffen.',
    newLink: 'Von {one} und {other} hat sich noch niemand getroffen.',
    lastMet:
      '{rounds, plural, one {Sie haben sich auch in der letzten Runde getroffen.} other {Zuletzt haben Sie sich vor # Runden getroffen.}}',
    starterTitle: 'Keine Tagesordnung. Nur ein Getränk und ein Gespräch.',
    starterText: 'Wenn Sie einen Anfang suchen:',
  },
  answer: { none: 'Noch keine Antwort', accepted: 'Zugesagt', tentative: 'Vielleicht', declined: 'Abgesagt' },
  noPairing: {
    waiting: {
      title: 'Ihr nächster Kaffee ist unterwegs',
      text: 'Sie nehmen an {scheme} teil. Sobald die nächste Runde ausgelost ist, sagt Ihnen der Bot, wen Sie treffen, und die Einladung steht in Ihrem Kalender.',
    },
    paused: {
      title: 'Sie machen gerade Pause',
      text: 'Sie pausieren bei {scheme}. Um zurückzukommen, schreiben Sie „mitmachen“ in den Chat mit dem Bot.',
      untilText:
        'Sie pausieren bei {scheme} bis {until}. Um früher zurückzukommen, schreiben Sie „mitmachen“ in den Chat mit dem Bot.',
    },
    notIn: {
      title: 'Lernen Sie jemanden kennen, dem Sie sonst nicht begegnen',
      text: 'Ein entspanntes Gespräch im Monat mit jemandem, den das Los bestimmt. Um an {scheme} teilzunehmen, öffnen Sie den Chat mit dem Bot in dieser App und schreiben Sie „mitmachen“.',
    },
    nextOf: '{scheme}: Wie es weitergeht',
    next: 'Wie es weitergeht',
    nextPairing: 'Auslosung',
    nextWeek: 'Treffen',
    weekOf: 'In der Woche vom {monday}',
    length: 'Dauer',
    minutes: '{n, number} Minuten',
    wishes: 'Ihre Wünsche',
    wish: {
      morning: {
        usual: 'Vormittags. Um sie zu ändern, schreiben Sie dem Bot „Einstellungen“.',
        longer:
          'Vormittags, {minutes, number} Minuten, wenn die anderen das auch möchten. Um sie zu ändern, schreiben Sie dem Bot „Einstellungen“.',
      },
      afternoon: {
        usual: 'Nachmittags. Um sie zu ändern, schreiben Sie dem Bot „Einstellungen“.',
        longer:
          'Nachmittags, {minutes, number} Minuten, wenn die anderen das auch möchten. Um sie zu ändern, schreiben Sie dem Bot „Einstellungen“.',
      },
      either: {
        usual: 'Zu jeder Tageszeit. Um sie zu ändern, schreiben Sie dem Bot „Einstellungen“.',
        longer:
          'Zu jeder Tageszeit, {minutes, number} Minuten, wenn die anderen das auch möchten. Um sie zu ändern, schreiben Sie dem Bot „Einstellungen“.',
      },
    },
    noScheme: {
      title: 'Noch läuft nichts',
      text: 'Sobald ein Programm eingerichtet ist, erscheint es hier.',
    },
  },
  history: {
    title: 'Verlauf',
    shown: '{count, plural, one {Ein Treffen ist aufgeführt.} other {# Treffen sind aufgeführt.}}',
    empty: {
      title: 'Ihre Geschichte beginnt mit dem ersten Kaffee',
      text: 'Hier steht später jede Person, mit der Sie verabredet waren.',
    },
    round: 'Runde {n, number}',
    weekOf: 'Woche vom {monday}',
    earlier: 'vor dieser App',
    met: 'Getroffen',
    notMet: 'Nicht getroffen',
    unknown: 'Noch nicht bekannt',
  },
  ...coordinator,
} as const satisfies Translation<typeof en>;
