import type { now as en } from '../../en/tab/now.ts';
import type { Translation } from '../../icu/text.ts';

export const now = {
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
} as const satisfies Translation<typeof en>;
