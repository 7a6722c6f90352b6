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
  },
  typedUntil: ['bis', 'bis zum', 'bis zu'],

  buttons: {
    help: 'Hilfe',
    join: 'Mitmachen',
    pause: 'Pause',
    leave: 'Abmelden',
    'my-pairing': 'Mein Treffen',
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
    'Sie können „mitmachen“, „pause“, „pause bis 14. Januar“, „abmelden“ oder „mein Treffen“ schreiben oder die Schaltflächen verwenden.',
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
  paused: (scheme, until) =>
    `Genießen Sie Ihre Pause von ${scheme}. Vor Ihrem ersten Tag zurück, dem ${until}, werden Sie niemandem zugelost.`,
  pauseAsk: 'Bis wann möchten Sie Pause machen? Ohne Datum setzen Sie nur die nächste Runde aus.',
  pauseDate: 'Erster Tag zurück',
  left: (scheme) =>
    `Sie haben sich von ${scheme} abgemeldet. Ein schon gebuchtes Treffen bleibt in Ihrem Kalender.`,
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
      'Sie machen nicht mit, es gibt also nichts zu pausieren. Schreiben Sie „mitmachen“, um anzufangen.',
    'date-past':
      'Dieser Tag liegt nicht in der Zukunft. Nennen Sie den Tag, an dem Sie wieder dabei sein möchten.',
    'date-too-far':
      'Das ist mehr als zwei Jahre entfernt. Sie können sich stattdessen abmelden und jederzeit wiederkommen.',
    'date-unclear':
      'Dieses Datum konnte ich nicht lesen. Schreiben Sie es wie „pause bis 14. Januar“ oder „pause bis 2027-01-14“.',
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
      'Passt es doch nicht? Sagen Sie in Outlook mit einem freundlichen Wort ab, damit niemand auf Sie wartet.',
    noLink: 'Diese Einladung kam ohne Teams-Link. Rufen Sie einander zur vereinbarten Zeit in Teams an.',
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
      'partner-left':
        'Wen Sie treffen sollten, kann diesmal nun doch nicht dabei sein, und rechtzeitig war sonst niemand frei. Das tut mir leid; die nächste Runde macht es wieder gut.',
      'not-in-directory':
        'Ich habe Ihr Konto im Verzeichnis nicht mehr gefunden. Fragen Sie Ihre IT, ob es aktiviert ist.',
    },
    next: (week) =>
      `Sie müssen nichts tun: In der nächsten Runde, in der Woche ab ${week}, sind Sie wieder dabei. Möchten Sie lieber aussetzen, machen Sie Pause.`,
  },

  invitation: {
    greeting: (names) => `Hallo ${names},`,
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
      `Diese Zeit hat nicht für alle gepasst und ist in Ihren Kalendern wieder frei. ${scheme} hat Sie im Teams-Chat gefragt, welche andere Zeit Ihnen lieb wäre.`,
    cancelled: (scheme) =>
      `Dieses Gespräch kann nun doch nicht stattfinden; so etwas kommt vor. Wie es weitergeht, erfahren Sie von ${scheme} im Teams-Chat.`,
    cancelledBy: (scheme, name) =>
      `${name} kann diesmal nun doch nicht dabei sein; so etwas kommt vor. Wie es weitergeht, erfahren Sie von ${scheme} im Teams-Chat.`,
    withdrawn: (scheme) =>
      `Dieser Termin gilt nicht mehr. Wie es weitergeht, erfahren Sie von ${scheme} im Teams-Chat.`,
  },
};
