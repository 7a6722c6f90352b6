import type { bot as en } from '../en/bot.ts';
import type { Translation } from '../icu/text.ts';

export const bot = {
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
    title: 'Willkommen bei {scheme}',
    what: 'Einmal im Monat treffen Sie {minutes, number} Minuten lang jemanden aus dem Kollegium, vom Zufall gewählt, bei einem Lieblingsgetränk. Sie treffen sich online, und eine Tagesordnung gibt es nicht.',
    how: 'Schreiben Sie „mitmachen“, um den Rest kümmere ich mich: Ich finde eine Zeit, die in beiden Kalendern frei ist, und verschicke die Einladung.',
  },
  hello: 'Hallo {name}.',
  standing: {
    'not-in': 'Sie machen bei {scheme} noch nicht mit.',
    active:
      'Sie machen bei {scheme} mit. Die nächste Auslosung ist am {pairing}, die Gespräche sind in der Woche ab {week}.',
    paused: 'Sie machen gerade Pause bei {scheme}. Ihr erster Tag zurück ist der {until}.',
    left: 'Sie haben sich von {scheme} abgemeldet. Sie sind jederzeit wieder willkommen.',
  },
  canSay:
    'Sie können „mitmachen“, „mein Treffen“, „andere Zeit“, „pause“, „pause bis 14. Januar“, „Einstellungen“ oder „abmelden“ schreiben oder die Schaltflächen verwenden.',
  notUnderstood: 'Das habe ich nicht verstanden.',
  tooFast:
    'Das war sehr viel in einer Minute, ich komme nicht mehr mit. Bitte schreiben Sie mir gleich noch einmal.',
  personalOnly:
    'Ich arbeite nur im persönlichen Chat, denn wen Sie treffen, bleibt unter Ihnen. Öffnen Sie einen Chat mit mir und schreiben Sie „hallo“.',
  away: {
    postponed:
      'Microsoft 365 antwortet mir gerade nicht. Ich habe mir Ihren Wunsch notiert und melde mich hier, sobald er erfüllt ist.',
    gaveUp:
      'Microsoft 365 hat mir einen ganzen Tag lang nicht geantwortet, deshalb konnte ich Ihren Wunsch nicht erfüllen. Bitte sagen Sie es mir noch einmal.',
    nothingChanged:
      'Ich komme gerade nicht an mein Notizbuch. Es wurde nichts geändert; bitte sagen Sie es in ein paar Minuten noch einmal.',
    unsure:
      'Ich komme gerade nicht an mein Notizbuch und weiß nicht, ob das noch notiert wurde. Bitte sagen Sie es in ein paar Minuten noch einmal; doppelt schadet nicht.',
  },
  joined: {
    joined:
      'Sie sind dabei. Die Auslosung von {scheme} ist am {pairing}, Ihr Gespräch liegt in der Woche ab {week}. Die Einladung kommt von mir.',
    rejoined:
      'Willkommen zurück bei {scheme}. Die Auslosung ist am {pairing}, Ihr Gespräch liegt in der Woche ab {week}.',
    'already-in':
      'Sie machen bei {scheme} schon mit. Die Auslosung ist am {pairing}, die Gespräche sind in der Woche ab {week}.',
    resumed:
      'Ihre Pause bei {scheme} ist beendet. Die Auslosung ist am {pairing}, die Gespräche sind in der Woche ab {week}.',
  },
  joinedLate:
    'Die laufende Runde ist schon ausgelost, aber ihre Woche steht noch bevor: Ich versuche, auch in ihr jemanden für Sie zu finden.',
  paused:
    'Genießen Sie Ihre Pause von {scheme}. Vor Ihrem ersten Tag zurück, dem {until}, werden Sie niemandem zugelost. Steht davor noch ein Treffen an, sage ich es mit einem freundlichen Wort ab und kümmere mich um die anderen.',
  pauseAsk:
    'Bis wann möchten Sie Pause machen? Ohne Datum setzen Sie nur eine Runde aus: die laufende, falls Sie darin noch ein Treffen vor sich haben, sonst die nächste.',
  pauseDate: 'Erster Tag zurück',
  left: 'Sie haben sich von {scheme} abgemeldet. Steht noch ein Treffen an, sage ich es mit einem freundlichen Wort ab und kümmere mich um die anderen. Sie sind jederzeit wieder willkommen.',
  notIn: 'Sie machen bei {scheme} nicht mit, es gab also nichts abzumelden.',
  noPairing:
    'Sie haben gerade kein Treffen. Die nächste Auslosung ist am {pairing}, die Gespräche sind in der Woche ab {week}.',
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
    ask: 'Wenn Sie mögen, sagen Sie mir, wann Sie sich lieber treffen. Ich versuche dann, Ihnen eine solche Zeit zu finden.',
    hours: 'Tageszeit, nach Ihrer eigenen Uhr',
    hoursChoices: { morning: 'Vormittags', afternoon: 'Nachmittags', either: 'Jederzeit' },
    minutes: 'Wie lange Sie sich gern treffen',
    schemeMinutes: '{minutes, number} Minuten, wie üblich',
    longer: '{minutes, number} Minuten, wenn die anderen das auch möchten',
    kept: {
      morning: {
        usual:
          'Ab der nächsten Auslosung suche ich Ihnen eine Zeit am Vormittag, für {minutes, number} Minuten wie üblich.',
        longer:
          'Ab der nächsten Auslosung suche ich Ihnen eine Zeit am Vormittag, für {minutes, number} Minuten, wenn die anderen das auch möchten.',
      },
      afternoon: {
        usual:
          'Ab der nächsten Auslosung suche ich Ihnen eine Zeit am Nachmittag, für {minutes, number} Minuten wie üblich.',
        longer:
          'Ab der nächsten Auslosung suche ich Ihnen eine Zeit am Nachmittag, für {minutes, number} Minuten, wenn die anderen das auch möchten.',
      },
      either: {
        usual:
          'Ab der nächsten Auslosung darf es jede Tageszeit sein, für {minutes, number} Minuten wie üblich.',
        longer:
          'Ab der nächsten Auslosung darf es jede Tageszeit sein, für {minutes, number} Minuten, wenn die anderen das auch möchten.',
      },
    },
  },
} as const satisfies Translation<typeof en>;
