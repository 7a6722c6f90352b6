import type { Words } from './words.ts';

export const de: Words = {
  language: 'de',
  autonym: 'Deutsch',
  region: 'de-DE',

  typed: {
    help: ['hallo', 'hilfe', 'guten morgen', 'guten tag', 'moin', 'servus', 'danke', 'vielen dank'],
    join: ['mitmachen', 'wieder mitmachen', 'beitreten', 'anmelden', 'weitermachen', 'fortsetzen'],
    pause: ['pause', 'pausieren', 'aussetzen'],
    leave: ['verlassen', 'abmelden', 'austreten'],
    'my-pairing': ['mein treffen', 'meine begegnung', 'wen treffe ich'],
    'other-times': ['andere zeit', 'andere zeiten', 'anderer termin', 'verschieben'],
    settings: ['einstellungen', 'meine einstellungen', 'wünsche'],
    morning: ['vormittags', 'vormittag', 'am vormittag'],
    afternoon: ['nachmittags', 'nachmittag', 'am nachmittag'],
    either: ['jederzeit', 'egal'],
  },
  typedUntil: ['bis', 'bis zum', 'bis zu'],

  buttons: {
    help: 'Hilfe',
    join: 'Mitmachen',
    pause: 'Pause',
    leave: 'Abmelden',
    'my-pairing': 'Mein Treffen',
    'other-times': 'Andere Zeit',
    settings: 'Einstellungen',
    save: 'Speichern',
    'join-meeting': 'An der Besprechung teilnehmen',
    'come-back': 'Wieder mitmachen',
    'pause-until': 'Pause machen',
  },

  welcome: {
    title: (scheme) => `Willkommen bei ${scheme}`,
    what: (minutes) =>
      `Einmal im Monat treffen Sie ${minutes} Minuten lang jemanden aus dem Kollegium, vom Zufall gewählt, bei einem Lieblingsgetränk. Aus der Ferne, ohne Tagesordnung und ohne Verpflichtung.`,
    how: 'Schreiben Sie „mitmachen“, um den Rest kümmere ich mich: Ich finde eine Zeit, die in beiden Kalendern frei ist, und verschicke die Einladung.',
  },
  hello: (name) => `Hallo ${name}.`,
  standing: {
    'not-in': (scheme) => `Sie machen bei ${scheme} noch nicht mit.`,
    active: (scheme, { pairing, week }) =>
      `Sie machen bei ${scheme} mit. Die nächste Auslosung ist am ${pairing}, die Gespräche sind in der Woche ab ${week}.`,
    paused: (scheme, until) =>
      `Sie machen gerade Pause bei ${scheme}. Ihr erster Tag zurück ist der ${until}.`,
    left: (scheme) => `Sie haben sich von ${scheme} abgemeldet. Sie sind jederzeit wieder willkommen.`,
  },
  canSay:
    'Sie können „mitmachen“, „mein Treffen“, „andere Zeit“, „pause“, „pause bis 14. Januar“, „Einstellungen“ oder „abmelden“ schreiben oder die Schaltflächen verwenden.',
  notUnderstood: 'Das habe ich nicht verstanden.',
  personalOnly:
    'Ich arbeite nur im persönlichen Chat, denn wen Sie treffen, bleibt unter Ihnen. Öffnen Sie einen Chat mit mir und schreiben Sie „hallo“.',

  joined: {
    joined: (scheme, { pairing, week }) =>
      `Sie sind dabei. Die Auslosung von ${scheme} ist am ${pairing}, Ihr Gespräch liegt in der Woche ab ${week}. Die Einladung kommt von mir.`,
    rejoined: (scheme, { pairing, week }) =>
      `Willkommen zurück bei ${scheme}. Die Auslosung ist am ${pairing}, Ihr Gespräch liegt in der Woche ab ${week}.`,
    'already-in': (scheme, { pairing, week }) =>
      `Sie machen bei ${scheme} schon mit. Die Auslosung ist am ${pairing}, die Gespräche sind in der Woche ab ${week}.`,
    resumed: (scheme, { pairing, week }) =>
      `Ihre Pause bei ${scheme} ist beendet. Die Auslosung ist am ${pairing}, die Gespräche sind in der Woche ab ${week}.`,
  },
  joinedLate:
    'Die laufende Runde ist schon ausgelost, aber ihre Woche steht noch bevor: Ich versuche, auch in ihr jemanden für Sie zu finden.',
  paused: (scheme, until) =>
    `Genießen Sie Ihre Pause von ${scheme}. Vor Ihrem ersten Tag zurück, dem ${until}, werden Sie niemandem zugelost. Steht davor noch ein Treffen an, sage ich es mit einem freundlichen Wort ab und kümmere mich um die anderen.`,
  pauseAsk:
    'Bis wann möchten Sie Pause machen? Ohne Datum setzen Sie nur eine Runde aus: die laufende, falls Sie darin noch ein Treffen vor sich haben, sonst die nächste.',
  pauseDate: 'Erster Tag zurück',
  left: (scheme) =>
    `Sie haben sich von ${scheme} abgemeldet. Steht noch ein Treffen an, sage ich es mit einem freundlichen Wort ab und kümmere mich um die anderen. Sie sind jederzeit wieder willkommen.`,
  notIn: (scheme) => `Sie machen bei ${scheme} nicht mit, es gab also nichts abzumelden.`,
  noPairing: ({ pairing, week }) =>
    `Sie haben gerade kein Treffen. Die nächste Auslosung ist am ${pairing}, die Gespräche sind in der Woche ab ${week}.`,
  refused: {
    'unknown-scheme':
      'Ein Programm dieses Namens kenne ich nicht. Schreiben Sie nur „mitmachen“, um bei dem einen mitzumachen, das es gibt.',
    guest:
      'Mitmachen können nur Menschen mit einem eigenen Arbeitskonto dieser Organisation, denn ich brauche ihren Kalender, um eine Zeit zu finden.',
    'not-in-directory':
      'Ich finde Ihr Konto nicht im Verzeichnis. Fragen Sie Ihre IT, ob es aktiviert ist, und versuchen Sie es dann noch einmal.',
    'not-in':
      'Sie machen nicht mit, es gibt also nichts zu ändern. Schreiben Sie „mitmachen“, um anzufangen.',
    'date-past':
      'Dieser Tag liegt nicht in der Zukunft. Nennen Sie den Tag, an dem Sie wieder dabei sein möchten.',
    'date-too-far':
      'Das ist mehr als zwei Jahre entfernt. Sie können sich stattdessen abmelden und jederzeit wiederkommen.',
    'date-unclear':
      'Dieses Datum konnte ich nicht lesen. Schreiben Sie es wie „pause bis 14. Januar“ oder „pause bis 2027-01-14“.',
  },

  preferences: {
    ask: 'Wenn Sie mögen, sagen Sie mir, wann Sie sich lieber treffen. Ich richte mich danach, wo immer es geht.',
    hours: 'Tageszeit, nach Ihrer eigenen Uhr',
    hoursChoices: { morning: 'Vormittags', afternoon: 'Nachmittags', either: 'Jederzeit' },
    minutes: 'Kürzestes Treffen, das sich für Sie lohnt',
    schemeMinutes: (minutes) => `${minutes} Minuten, wie üblich`,
    atLeast: (minutes) => `${minutes} Minuten`,
    kept: {
      morning: (minutes) =>
        `Notiert: vormittags, wo immer es geht, und mindestens ${minutes} Minuten. Das gilt ab der nächsten Auslosung.`,
      afternoon: (minutes) =>
        `Notiert: nachmittags, wo immer es geht, und mindestens ${minutes} Minuten. Das gilt ab der nächsten Auslosung.`,
      either: (minutes) =>
        `Notiert: zu jeder Tageszeit und mindestens ${minutes} Minuten. Das gilt ab der nächsten Auslosung.`,
    },
  },

  pairing: {
    title: (names) => `Sie treffen ${names}`,
    unbooked: 'Ich buche den Termin noch. Sobald er feststeht, hören Sie von mir.',
    when: ({ day, from, to, zone }) => `${day}, ${from} bis ${to} Uhr (${zone})`,
    whenFor: ({ name, slot, sameDay }) =>
      sameDay
        ? `Bei ${name} ist es dann ${slot.from} bis ${slot.to} Uhr (${slot.zone}).`
        : `Bei ${name} ist es dann ${slot.day}, ${slot.from} bis ${slot.to} Uhr (${slot.zone}).`,
    minutes: (minutes) => `${minutes} Minuten, bei einem Lieblingsgetränk`,
    firstTime: 'Sie wurden einander noch nie zugelost.',
    lastMet: (rounds) =>
      rounds === 1
        ? 'Zuletzt getroffen haben Sie sich in der vorigen Runde.'
        : `Zuletzt getroffen haben Sie sich vor ${rounds} Runden.`,
    startersTitle: 'Eine Tagesordnung braucht es nicht. Falls Sie einen Anfang suchen:',
    starters: {
      think: { label: 'Denken', text: 'Was geht Ihnen in letzter Zeit durch den Kopf?' },
      do: { label: 'Tun', text: 'Woran arbeiten Sie, und was würden Sie gern ausprobieren?' },
      share: { label: 'Teilen', text: 'Was haben Sie neulich gelernt, woran auch andere Freude hätten?' },
    },
    cannot:
      'Passt es doch nicht? Fragen Sie mich nach einer anderen Zeit, oder sagen Sie in Outlook ab: Dann verlege ich das Treffen, und niemand wartet auf Sie.',
    noLink: 'Diese Einladung kam ohne Teams-Link. Rufen Sie einander zur vereinbarten Zeit in Teams an.',
    answers: 'Antworten',
    you: 'Sie',
    answer: {
      none: 'Noch keine Antwort',
      accepted: 'Zugesagt',
      tentative: 'Vielleicht',
      declined: 'Abgesagt',
    },
    failed: 'Es ließ sich kein Treffen mehr buchen, bevor alle passenden Zeiten vorüber waren.',
    cancelled:
      'Dieses Treffen kann nun doch nicht stattfinden. Finde ich jemand anderen für Sie, hören Sie von mir.',
  },

  news: {
    moved: {
      you: (partners) => `Kein Problem. Ich habe Ihr Treffen mit ${partners} verlegt.`,
      other: (name) => `${name} kann zur bisherigen Zeit nun doch nicht, also habe ich Ihr Treffen verlegt.`,
      nobody: 'Die bisherige Zeit hat nun doch nicht geklappt, also habe ich Ihr Treffen verlegt.',
    },
    'moved-by-hand': {
      other: (name) => `${name} hat die Zeit Ihres Treffens geändert.`,
      nobody: 'Jemand, der diese Treffen betreut, hat die Zeit des Ihren geändert.',
    },
    proposed: {
      you: (partners) => `Die Zeit, die Sie vorgeschlagen haben, passt auch ${partners}; sie ist gebucht.`,
      other: (name) =>
        `${name} hat eine Zeit vorgeschlagen, die auch in Ihrem Kalender frei ist, also habe ich Ihr Treffen verlegt.`,
      nobody: 'Es wurde eine Zeit vorgeschlagen, die allen passt, also habe ich Ihr Treffen verlegt.',
    },
    chosen: {
      other: (name) => `${name} hat eine Zeit gewählt, die auch in Ihrem Kalender frei ist.`,
      nobody: 'Die Zeit ist gewählt.',
    },
    asked: {
      you: (partners) =>
        `Kein Problem. Die Zeit mit ${partners} ist wieder frei; vielleicht passt Ihnen eine andere besser.`,
      other: (name) =>
        `${name} kann zu dieser Zeit nun doch nicht, also ist sie in Ihrem Kalender wieder frei.`,
      nobody: 'Die Zeit, die ich gefunden hatte, hat nun doch nicht geklappt.',
    },
    'member-left': {
      other: (name) =>
        `${name} ist diesmal nun doch nicht dabei, Sie sind jetzt also zu zweit. Ihr Treffen bleibt wie gebucht.`,
      nobody:
        'Jemand von Ihnen ist diesmal nun doch nicht dabei, Sie sind jetzt also zu zweit. Ihr Treffen bleibt wie gebucht.',
    },
    'member-joined': {
      you: (partners) => `Ich habe Gesellschaft für Sie gefunden: Sie kommen zu ${partners} dazu.`,
      other: (name) => `${name} kommt dazu, Sie sind jetzt also zu dritt.`,
      nobody: 'Jemand kommt dazu, Sie sind jetzt also zu dritt.',
    },
    rematched: {
      other: (name) =>
        `${name} kann diesmal nun doch nicht dabei sein, also habe ich jemand anderen für Sie gefunden.`,
      nobody: 'Gute Nachricht: Ich habe in dieser Runde jemand Neues für Sie gefunden.',
    },
  },

  insteadOf: (name, said) => `${name} kann diesmal nun doch nicht dabei sein. ${said}`,

  passedOver: 'Die Zeit, die Sie vorgeschlagen haben, hat leider nicht allen gepasst.',
  kept: 'Es bleibt bei Ihrem Treffen.',

  choose: {
    title: (names) => `Wann möchten Sie ${names} treffen?`,
    suggested: 'Sie sind für diese Runde ausgelost, und diese Zeiten sind in allen Ihren Kalendern frei.',
    memberLeft: {
      other: (name) => `${name} kann diesmal nun doch nicht dabei sein, Sie sind jetzt also zu zweit.`,
      nobody: 'Jemand von Ihnen kann diesmal nun doch nicht dabei sein, Sie sind jetzt also zu zweit.',
    },
    how: 'Wählen Sie eine Zeit. Wer zuerst wählt, entscheidet, und alle erhalten die Einladung.',
    keep: (when) =>
      `Ihr Treffen steht, solange niemand von Ihnen eine andere Zeit wählt: ${when}. Soll es dabei bleiben, müssen Sie nichts tun.`,
    none: (names) =>
      `In der Woche der Gespräche passt keine Zeit mehr allen. Möchten Sie sich trotzdem treffen, schreiben Sie an ${names} und machen Sie eine Zeit unter sich aus; die nächste Runde bringt jemand Neues.`,
    notNow: 'Im Augenblick gibt es keine Zeit zu wählen. So steht es jetzt.',
    chosen: 'Abgemacht. Die Einladung ist unterwegs an alle.',
    offered: 'Kein Problem. Diese Zeiten sind in diesem Augenblick in allen Ihren Kalendern frei.',
    refused: {
      'no-pairing': 'Sie haben gerade kein Treffen, es gibt also keine Zeit zu wählen.',
      changed: 'Seit ich Ihnen das gezeigt habe, hat sich etwas geändert. So steht es jetzt.',
      taken: 'Diese Zeit ist leider nicht mehr frei. So steht es jetzt.',
      begun:
        'Dieses Treffen hat schon begonnen oder ist vorbei und lässt sich nicht mehr verlegen. Haben Sie sich nicht getroffen, machen Sie eine andere Zeit unter sich aus; die nächste Runde bringt jemand Neues.',
      'no-slot':
        'Ich habe noch einmal nachgesehen: Keine andere Zeit in der Woche der Gespräche passt allen. So steht es jetzt.',
    },
  },

  calledOff: {
    title: (names) => `Ihr Treffen mit ${names} fällt aus`,
    why: 'Es kann diesmal nun doch nicht stattfinden; so etwas kommt vor, und niemand kann etwas dafür.',
    looking:
      'Ich suche in dieser Runde jemand anderen für Sie. Sobald ich jemanden gefunden habe, hören Sie von mir.',
  },

  unplaced: {
    title: (scheme) => `Diesmal kein Treffen bei ${scheme}`,
    reasons: {
      'away-all-week':
        'Ihr Kalender hat in der ganzen Woche keine freie Zeit innerhalb Ihrer Arbeitszeit, also habe ich Sie in Ruhe gelassen.',
      'no-common-slot':
        'Keine Zeit war zugleich bei Ihnen und bei jemandem frei, den Sie treffen könnten. Halten Sie, wenn es geht, nächstes Mal eine halbe Stunde frei und prüfen Sie die Arbeitszeiten in Ihren Outlook-Einstellungen.',
      excluded: 'Alle, die noch frei waren, sollen Ihnen nicht zugelost werden.',
      'better-used-elsewhere':
        'Die Zahlen gingen nicht auf: Wer zur gleichen Zeit wie Sie frei war, hatte nur einander. Das tut mir leid; nächstes Mal ist der Zufall wieder auf Ihrer Seite.',
      'calendar-unreadable':
        'Ich konnte Ihren Kalender nicht lesen und daher keine Zeit finden. Fragen Sie Ihre IT, ob mit Ihrem Postfach alles in Ordnung ist.',
      alone: 'Sie waren diesmal allein. Erzählen Sie jemandem davon: Zwei genügen.',
      'not-booked':
        'Sie wurden jemandem zugelost, aber es ließ sich kein Termin mehr buchen, bevor alle passenden vorüber waren. Das tut mir leid; die nächste Runde macht es wieder gut.',
      unreachable:
        'Ich konnte Sie nicht erreichen: Die App war entfernt oder blockiert. Da Sie dies lesen, sind Sie in der nächsten Runde dabei.',
      'joined-late':
        'Sie sind nach der Auslosung dazugekommen oder zurückgekehrt, und ich habe für diese Runde niemanden gefunden, der mit Ihnen Zeit hätte.',
      'partner-left':
        'Wer Sie treffen sollte, konnte diesmal nun doch nicht dabei sein, und ich habe rechtzeitig niemand anderen für Sie gefunden. Das tut mir leid; die nächste Runde macht es wieder gut.',
      'not-in-directory':
        'Ich habe Ihr Konto im Verzeichnis nicht mehr gefunden. Fragen Sie Ihre IT, ob es aktiviert ist.',
    },
    next: (week) =>
      `Sie müssen nichts tun: In der nächsten Runde, in der Woche ab ${week}, sind Sie wieder dabei. Möchten Sie lieber aussetzen, machen Sie Pause.`,
  },

  invitation: {
    greeting: 'Hallo,',
    opening: (scheme, minutes) =>
      `${scheme} hat Sie durch das Los zusammengebracht: ${minutes} Minuten, um sich bei einem Lieblingsgetränk kennenzulernen.`,
    question: (question) => `Oder beginnen Sie mit einer Frage: ${question}`,
    questions: [
      'Was trinken Sie gerade, und gibt es dazu eine Geschichte?',
      'Was hat Sie neulich bei der Arbeit zum Lächeln gebracht?',
      'Welche Kleinigkeit macht Ihren Tag besser?',
      'Was würden Sie mit einem freien Nachmittag anfangen?',
      'Was wollten Sie werden, als Sie zehn waren?',
      'Was stellen sich andere unter Ihrer Arbeit meist falsch vor?',
      'Worüber haben Sie Ihre Meinung geändert?',
      'Wen sollten hier alle kennenlernen, und warum?',
    ],
    move: 'Passt eine andere Zeit besser? Lehnen Sie in Outlook mit einem Zeitvorschlag ab, oder schreiben Sie dem UnMentoring-Bot in Teams „andere Zeit“. Niemand nimmt Ihnen das übel.',
    stop: 'Sie möchten nicht mehr mitmachen? Schreiben Sie dem Bot „abmelden“.',
  },
  cancellation: {
    asked: (scheme) =>
      `Diese Zeit hat nicht für alle gepasst und ist in Ihren Kalendern wieder frei. Welche anderen Zeiten es gibt, erfahren Sie von ${scheme} im Teams-Chat.`,
    cancelled: (scheme) =>
      `Dieses Gespräch kann nun doch nicht stattfinden; so etwas kommt vor. Wie es weitergeht, erfahren Sie von ${scheme} im Teams-Chat.`,
    cancelledBy: (scheme, name) =>
      `${name} kann diesmal nun doch nicht dabei sein; so etwas kommt vor. Wie es weitergeht, erfahren Sie von ${scheme} im Teams-Chat.`,
    withdrawn: (scheme) =>
      `Dieser Termin gilt nicht mehr. Wie es weitergeht, erfahren Sie von ${scheme} im Teams-Chat.`,
  },
};
