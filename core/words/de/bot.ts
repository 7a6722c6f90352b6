import { buttons } from './buttons.ts';
import type { bot as en } from '../en/bot.ts';
import type { Translation } from '../icu/text.ts';
import { sharedSettings } from './tab/shared-settings.ts';

const { ahead, erase, find, invite, inviteRefused, neverWith, pauseDate, refused, standing } = sharedSettings;
const { hours, hoursChoices, longer, minutes, schemeMinutes } = sharedSettings;

export const bot = {
  buttons,
  welcome: {
    title: 'Willkommen bei {scheme}',
  },
  hello: 'Hallo {name}.',
  standing,
  canSay:
    'Sie können „mitmachen“, „mein Treffen“, „andere Zeit“, „pause“, „pause bis 14. Januar“, „Einstellungen“, „wen habe ich getroffen“, „jemanden einladen“, „meine Daten“ oder „abmelden“ schreiben oder die Schaltflächen verwenden.',
  notUnderstood: 'Das habe ich nicht verstanden.',
  didYouMean: 'Meinen Sie eines davon? Ich habe noch nichts getan.',
  otherwise:
    'Ist es etwas anderes, sagen Sie es mit anderen Worten oder fragen Sie einen Menschen: {support}.',
  kind: {
    thanks: 'Gern geschehen.',
    bye: 'Danke, und bis bald.',
    'small-talk': 'Schön, von Ihnen zu hören.',
    emoji: 'Das ist nett von Ihnen.',
    met: 'Das freut mich. Notiert habe ich noch nichts: Nach einem Treffen frage ich Sie selbst.',
    coming: 'Das freut mich. Notiert habe ich noch nichts: Vor einem Treffen frage ich Sie selbst.',
    'not-met':
      'Das kommt vor, und niemand nimmt es übel. Notiert habe ich nichts, und Sie müssen nichts weiter tun. Steht das Treffen noch bevor, kann ich eine andere Zeit suchen.',
  },
  colleague: 'eine Kollegin, ein Kollege',
  ask: {
    leave: 'Möchten Sie sich von {scheme} abmelden?',
    skip: 'Möchten Sie bei {scheme} eine Runde aussetzen?',
    pause: 'Möchten Sie Pause von {scheme} machen? Ihr erster Tag zurück wäre der {until}.',
    erase: 'Möchten Sie, dass alles über Sie gelöscht wird?',
    ...ahead,
    noMeeting: 'Sie haben kein Treffen vor sich, es wartet also niemand auf Sie.',
    nextRound:
      'Sie haben kein Treffen vor sich, würden also die nächste Runde in der Woche ab {week} aussetzen und wären danach wieder dabei.',
    skipInstead:
      'Abmelden ist völlig in Ordnung. Ist es nur für dieses Mal, können Sie auch eine Runde aussetzen und dabeibleiben.',
    historyStays: 'Wen Sie getroffen haben, würde ich mir merken, falls Sie wiederkommen.',
    before: 'Das würde geschehen, wenn Ihre Pause Ihr nächstes Treffen einschließt:',
  },
  stayed: 'Gut. Es bleibt alles, wie es ist.',
  erase,
  neverWith: {
    ...neverWith,
    who: 'Wen meinen Sie?',
    list: 'Sie werden nie mit {names} zusammen ausgelost. Das sehen nur Sie.',
    meets: 'Sie beide haben schon ein Treffen vor sich. Es bleibt, außer Sie setzen diesmal aus.',
    refused: {
      yourself: 'Das sind Sie selbst. Mit sich selbst werden Sie nie ausgelost.',
      'not-in-directory': 'Diese Person finde ich nicht mehr im Verzeichnis, notiert wurde also nichts.',
      'too-many': 'Sie haben schon hundert Personen notiert. Nehmen Sie zuerst eine zurück.',
      'unknown-person':
        'Ich kenne Sie noch nicht gut genug. Schreiben Sie zuerst „mitmachen“ und sagen Sie es mir dann noch einmal.',
    },
  },
  invite: {
    ...invite,
    who: 'Wen meinen Sie?',
    refused: {
      ...inviteRefused,
      yourself: 'Das sind Sie selbst. Schreiben Sie „mitmachen“, und Sie sind dabei.',
    },
  },
  find: {
    ...find,
    tooMany:
      'Das sind die ersten {count, number}. Schreiben Sie mehr vom Namen, wenn die gesuchte Person nicht dabei ist.',
  },
  history: {
    title: 'Mit wem Sie ausgelost wurden',
    none: 'Sie wurden noch mit niemandem ausgelost.',
    week: 'Woche ab {week}',
    earlier: 'Früher',
    didMeet: '{names}: getroffen',
    notMet: '{names}: nicht getroffen',
    notKnown: '{names}: nicht bekannt, ob Sie sich getroffen haben',
    takeaway: 'Sie nahmen mit: {takeaway}',
    shared: '{name} nahm mit: {takeaway}',
    more: '{count, plural, one {Ein früheres Treffen steht in der Registerkarte.} other {# frühere Treffen stehen in der Registerkarte.}}',
  },
  myData: {
    fileName: 'Meine Daten in UnMentoring.txt',
    fileAbout: 'Alles, was UnMentoring über Sie speichert, zum Lesen und, am Ende, für Programme.',
    offered:
      'Ich habe eine Datei für Sie mit allem, was ich über Sie speichere. Wenn Sie es erlauben, lege ich sie in Ihr OneDrive, auf dem Stand von dann. Oder Sie lesen alles hier.',
    noFile: 'Diesmal konnte ich keine Datei in Ihr OneDrive legen. Hier steht, was darin stünde.',
    declined: 'In Ordnung, dann ohne Datei. Schreiben Sie „meine Daten“, wenn Sie doch eine möchten.',
    cut: 'Es ist mehr, als in eine Nachricht passt.',
    whole:
      'In der Registerkarte können Sie unter „Einstellungen“ alles lesen und als Datei aufheben. Programme, die als Sie angemeldet sind, finden es unter {address}.',
  },
  privacy: {
    kept: 'Ich speichere Ihren Namen und Ihre Mailadresse, was das Verzeichnis über Ihre Arbeit sagt, was Sie bei der Anmeldung ausfüllen, Ihre Vorlieben, und mit wem Sie wann ausgelost wurden.',
    calendar: 'In Ihrem Kalender lese ich, wann Sie frei oder beschäftigt sind, nie womit.',
    seen: 'Die Koordination sieht, dass Sie sich treffen, mit wem und wann. Was Sie besprechen, sieht niemand.',
    yours: 'Sie können jederzeit alles sehen oder löschen lassen.',
    page: 'Der ganze Text steht auf der Datenschutzseite, zu der die Angaben zu dieser App in Teams führen.',
  },
  coordinator: 'Hier hilft Ihnen ein Mensch: {support}.',
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
      'Sie sind dabei. Die Auslosung von {scheme} ist am {pairing}, Ihr Gespräch liegt in der Woche ab {week}. Die Einladung schicke ich Ihnen.',
    rejoined:
      'Willkommen zurück bei {scheme}. Die Auslosung ist am {pairing}, Ihr Gespräch liegt in der Woche ab {week}.',
    'already-in':
      'Sie machen bei {scheme} schon mit. Die Auslosung ist am {pairing}, die Gespräche sind in der Woche ab {week}.',
    resumed:
      'Ihre Pause bei {scheme} ist beendet. Die Auslosung ist am {pairing}, die Gespräche sind in der Woche ab {week}.',
  },
  paused:
    'Genießen Sie Ihre Pause von {scheme}. Vor Ihrem ersten Tag zurück, dem {until}, werden Sie niemandem zugelost. Steht davor noch ein Treffen an, sage ich den anderen mit einem freundlichen Wort Bescheid und kümmere mich um sie.',
  pauseAsk:
    'Bis wann möchten Sie Pause machen? Ohne Datum setzen Sie nur eine Runde aus: die laufende, falls Sie darin noch ein Treffen vor sich haben, sonst die nächste.',
  pauseDate,
  left: 'Sie haben sich von {scheme} abgemeldet. Steht noch ein Treffen an, sage ich den anderen mit einem freundlichen Wort Bescheid und kümmere mich um sie. Sie sind jederzeit wieder willkommen.',
  notIn: 'Sie machen bei {scheme} nicht mit, es gab also nichts abzumelden.',
  noPairing:
    'Sie haben gerade kein Treffen. Die nächste Auslosung ist am {pairing}, die Gespräche sind in der Woche ab {week}.',
  refused: {
    ...refused,
    'unknown-scheme':
      'Ein Programm dieses Namens kenne ich nicht. Schreiben Sie nur „mitmachen“, um bei dem einen mitzumachen, das es gibt.',
    'not-in':
      'Sie machen nicht mit, es gibt also nichts zu ändern. Schreiben Sie „mitmachen“, um anzufangen.',
    'date-unclear':
      'Dieses Datum konnte ich nicht lesen. Schreiben Sie es wie „pause bis 14. Januar“ oder „pause bis 2027-01-14“.',
  },
  preferences: {
    hours,
    hoursChoices,
    minutes,
    schemeMinutes,
    longer,
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
