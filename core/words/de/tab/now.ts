import type { now as en } from '../../en/tab/now.ts';
import type { Translation } from '../../icu/text.ts';

export const now = {
  pairing: {
    state: {
      planned: 'Wird gebucht',
      booked: 'Gebucht',
      suggested: 'Zeit zu wählen',
      failed: 'Nicht gebucht',
      cancelled: 'Fällt aus',
    },
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
    setUp: {
      text: 'Noch kann niemand mitmachen: UnMentoring wartet darauf, dass Sie es einrichten. Das dauert ein paar Minuten.',
      act: 'Einrichten',
    },
    countdown: {
      days: 'In {days, plural, one {einem Tag} other {# Tagen}}',
      tomorrow: 'Morgen, in {hours, plural, one {einer Stunde} other {# Stunden}}',
      hours: 'In {hours, number} Std. {minutes, number} Min.',
      minutes: 'In {minutes, plural, one {einer Minute} other {# Minuten}}',
      begun: 'Es hat begonnen',
    },
    why: { two: 'Warum Sie beide', three: 'Warum Sie drei' },
    question: 'Ein Anfang',
    themed: '{theme}: {question}',
    anotherQuestion: 'Andere Frage',
    comingTakenBack: 'Notiert: Sie wissen noch nicht, ob Sie kommen.',
    times: {
      looking: 'Ich suche Zeiten, die bei Ihnen allen frei sind …',
      keep: 'Zeit so lassen',
      chosenSaid: 'Ihr Treffen ist dann am {when}. Alle erhalten die Einladung.',
      wishedSaid: 'Ihr Wunsch: {when}. Die anderen werden gefragt, ob es auch ihnen passt.',
      theirs: '{time} bei {name}',
      wish: '{name} würde gern diese Zeit nehmen.',
      yourWish: 'Sie würden gern diese Zeit nehmen.',
    },
    skipSaid: 'Diesmal setzen Sie aus. Ich sage {names} freundlich Bescheid.',
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
      text: 'Ich merke mir, wen Sie getroffen haben, und Sie sind jederzeit wieder willkommen. Die nächste Auslosung ist am {pairing}.',
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
    calledOff: {
      text: 'Die nächste Auslosung ist am {pairing}, die Gespräche sind in der Woche ab {week}.',
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
