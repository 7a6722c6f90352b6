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
  now: {
    yourTime: '{time}, Ihre Zeit ({city})',
    theirTime: 'Bei {name}: {time} ({city})',
    booking: 'Ich buche den Termin noch: Die Einladung folgt.',
    answered: {
      accepted: 'Hat zugesagt',
      tentative: 'Kommt vielleicht',
      declined: 'Hat abgesagt',
    },
    more: 'Was Sie noch tun können',
    countdown: {
      days: 'In {days, plural, one {einem Tag} other {# Tagen}}',
      tomorrow: 'Morgen, in {hours, plural, one {einer Stunde} other {# Stunden}}',
      hours: 'In {hours, number} Std. {minutes, number} Min.',
      minutes: 'In {minutes, plural, one {einer Minute} other {# Minuten}}',
      begun: 'Es hat begonnen',
    },
    why: '{people, plural, =2 {Warum Sie beide} other {Warum Sie drei}}',
    question: 'Ein Anfang',
    themed: '{theme}: {question}',
    anotherQuestion: 'Andere Frage',
    comingTakenBack: 'Notiert: Sie wissen noch nicht, ob Sie kommen.',
    times: {
      looking: 'Ich sehe in allen Ihren Kalendern nach …',
      keep: 'Zeit so lassen',
      chosenSaid: 'Ihr Treffen soll am {when} sein. Alle erhalten die Einladung.',
      wishedSaid: 'Ihr Wunsch: {when}. Die anderen werden gefragt, ob es auch ihnen passt.',
      theirs: '{time} bei {name}',
      wish: '{name} würde gern diese Zeit nehmen.',
      yourWish: 'Sie würden gern diese Zeit nehmen.',
    },
    skipSaid: 'Sie lassen es diesmal ausfallen. Ich sage {names} freundlich Bescheid.',
    note: {
      title: 'Ihre privaten Notizen',
      before: 'Vor dem Gespräch',
      beforeHint: 'Was Sie fragen oder erzählen möchten',
      after: 'Danach',
      afterHint: 'Was Sie sich merken möchten',
      only: 'Niemand sonst kann das lesen.',
      saved: 'Ihre Notiz ist gespeichert.',
    },
    met: {
      yes: 'Notiert: Sie haben sich getroffen.',
      'not-yet': 'Notiert: Sie haben sich noch nicht getroffen.',
      no: 'Notiert: Sie haben sich nicht getroffen.',
    },
    waiting: {
      title: 'Hier sehen Sie, wen Sie als Nächstes treffen',
      text: 'Die Auslosung von {scheme} ist am {pairing}, die Gespräche sind in der Woche ab {week}. Bis dahin müssen Sie nichts tun.',
      late: 'Ich suche noch jemanden für Sie in der Woche ab {week} und sage Ihnen bis zu diesem Montag, ob ich jemanden gefunden habe.',
    },
    asked: {
      text: 'Die Auslosung von {scheme} ist am {pairing}, die Gespräche sind in der Woche ab {week}. Sagen Sie mit einem Klick, ob Sie dabei sind.',
      inSaid: 'Sie sind diesmal dabei.',
      skipSaid: 'Diesmal setzen Sie aus.',
    },
    skipped: {
      title: 'Diesmal setzen Sie aus',
      text: 'Bei den Gesprächen in der Woche ab {week} sind Sie nicht dabei. Danach sind Sie es wieder und müssen nichts tun.',
      next: 'Die nächste Auslosung ist am {pairing}, die Gespräche sind in der Woche ab {week}, und Sie sind dabei.',
    },
    paused: {
      title: 'Sie machen Pause',
      until: 'Ihr erster Tag zurück ist der {until}. Bis dahin werden Sie bei {scheme} niemandem zugelost.',
      open: 'Bis Sie zurückkommen, werden Sie bei {scheme} niemandem zugelost. Die nächste Auslosung ist am {pairing}.',
      backSaid: 'Willkommen zurück. Sie sind wieder dabei.',
    },
    left: {
      title: 'Sie haben sich bei {scheme} abgemeldet',
      text: 'Wen Sie getroffen haben, bleibt gespeichert, und Sie sind jederzeit wieder willkommen. Die nächste Auslosung ist am {pairing}.',
    },
    unplaced: {
      withdrew:
        'Sie haben sich nach der Auslosung abgemeldet oder machen seither Pause, deshalb ist Ihr Treffen abgesagt.',
      neverAdded:
        'Ich konnte Ihnen nicht schreiben, weil die App in Teams nie hinzugefügt wurde. Sobald sie hinzugefügt ist, sind Sie in der nächsten Runde dabei.',
      helps: {
        'away-all-week': 'Was hilft: in der Woche der Gespräche eine halbe Stunde frei halten.',
      },
    },
    noScheme: {
      title: 'Noch läuft nichts',
      text: 'Sobald die Koordination ein Programm eingerichtet hat, können Sie hier mitmachen. Wann das sein wird, ist noch nicht bekannt.',
      action: 'Noch einmal nachsehen',
    },
    join: {
      title: 'Lernen Sie jemanden kennen, dem Sie sonst nicht begegnen',
      next: 'Die nächste Auslosung ist am {pairing}, die Gespräche sind in der Woche ab {week}.',
      said: 'Sie sind angemeldet. Die Auslosung ist am {pairing}.',
      back: 'Zurück',
    },
    app: {
      missing: {
        title: 'Fügen Sie die App hinzu, damit ich Ihnen schreiben kann',
        text: 'Wen Sie treffen, sage ich Ihnen in einem Chat. Öffnen Sie in Teams „Apps“, suchen Sie UnMentoring und wählen Sie „Hinzufügen“.',
      },
      blocked: {
        title: 'Meine Nachrichten erreichen Sie nicht',
        text: 'Sie haben die App in Teams blockiert oder entfernt, deshalb werden Sie niemandem zugelost. Um zurückzukommen, öffnen Sie in Teams „Apps“, suchen Sie UnMentoring und fügen Sie die App hinzu oder heben Sie die Blockierung auf.',
      },
      open: 'In Teams öffnen',
    },
  },
} as const satisfies Translation<typeof en>;
