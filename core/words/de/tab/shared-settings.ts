import type { sharedSettings as en } from '../../en/tab/shared-settings.ts';
import type { Translation } from '../../icu/text.ts';

export const sharedSettings = {
  standing: {
    'not-in': 'Sie machen bei {scheme} noch nicht mit.',
    active:
      'Sie machen bei {scheme} mit. Die nächste Auslosung ist am {pairing}, die Gespräche sind in der Woche ab {week}.',
    paused: 'Sie machen gerade Pause bei {scheme}. Ihr erster Tag zurück ist der {until}.',
    pausedOpen: 'Sie machen gerade Pause bei {scheme}, bis Sie sagen, dass Sie wieder dabei sind.',
    left: 'Sie haben sich von {scheme} abgemeldet. Sie sind jederzeit wieder willkommen.',
  },
  pauseDate: 'Erster Tag zurück',
  refused: {
    guest:
      'Mitmachen können leider nur Menschen mit einem Arbeitskonto dieser Organisation, denn ich brauche ihren Kalender, um eine Zeit zu finden.',
    'not-in-directory':
      'Ich finde Ihr Konto nicht im Verzeichnis. Fragen Sie Ihre IT, ob es aktiviert ist, und versuchen Sie es dann noch einmal.',
    'date-past':
      'Dieser Tag liegt nicht in der Zukunft. Nennen Sie den Tag, an dem Sie wieder dabei sein möchten.',
    'date-too-far':
      'Das ist mehr als zwei Jahre entfernt. Sie können sich stattdessen abmelden und jederzeit wiederkommen.',
  },
  inviteRefused: {
    'cannot-take-part':
      'Diese Person kann nicht mitmachen: Dafür braucht es ein Arbeitskonto dieser Organisation.',
    'not-again':
      'Diese Person weiß schon davon, deshalb schicke ich keine Karte. Ein Wort von Ihnen ist die beste Einladung.',
    'not-possible':
      'Wer die App noch nicht hat, dem darf ich nicht schreiben. Sagen Sie, dass sie in Teams zu finden ist.',
  },
  ahead: {
    pair: 'Ihr Treffen mit {names} am {day} würde abgesagt, und ich würde für {names} jemand anderen suchen.',
    pairWithoutTime:
      'Ihr Treffen mit {names}, das noch keine Zeit hat, würde abgesagt, und ich würde für {names} jemand anderen suchen.',
    trio: '{names} würden sich am {day} ohne Sie treffen.',
    trioWithoutTime: '{names} würden sich ohne Sie treffen; eine Zeit gibt es noch nicht.',
  },
  erase: {
    leaves: 'Sie würden von {schemes} abgemeldet.',
    goes: 'Ihr Name, Ihre Vorlieben und Ihr Verlauf würden gelöscht und lassen sich nicht zurückholen.',
    rest: 'Die Menschen, die Sie getroffen haben, behalten das Treffen im Verlauf, mit „eine Kollegin, ein Kollege“ statt Ihres Namens. Outlook behält seine Einladungen, Teams Ihren Chat mit mir.',
    soon: 'Es wäre in wenigen Minuten getan.',
    later: 'Was zur laufenden Runde gehört, bliebe bis zu deren Ende am {day}.',
    confirmed: 'Abgemacht: In wenigen Minuten ist alles über Sie gelöscht. Danke, dass Sie hier waren.',
    confirmedLater:
      'Abgemacht: Sie nehmen nicht mehr teil, und alles über Sie wird gelöscht, wenn die laufende Runde zu Ende ist, am {day}. Danke, dass Sie hier waren.',
    nothing: 'Über Sie ist nichts gespeichert, was sich löschen ließe.',
    tooLate:
      'Diese Schaltfläche galt nur eine Stunde, gelöscht wurde also nichts. Hier ist sie noch einmal, falls Sie es weiterhin möchten.',
  },
  neverWith: {
    ask: 'Gibt es jemanden, den Sie lieber nicht treffen? Niemand sonst erfährt davon, und einen Grund brauchen Sie nicht.',
    kept: 'Notiert: Ab jetzt werden Sie nie mit {name} zusammen ausgelost. Das sehen nur Sie.',
    takenBack: 'Zurückgenommen. Sie können wieder zusammen ausgelost werden.',
  },
  invite: {
    ask: 'Wen möchten Sie einladen?',
    what: 'Diese Person bekommt eine freundliche Karte von mir, mit Ihrem Namen. „Nein, danke“ ist eine gute Antwort, und ich frage nie zweimal.',
    sent: 'Eine freundliche Karte geht an {name}. Sie müssen nichts weiter tun.',
  },
  find: {
    name: 'Vorname und Nachname',
    nobody: 'Ich finde niemanden mit diesem Namen. Schreiben Sie ihn so, wie er in Teams steht.',
  },
  hours: 'Tageszeit, nach Ihrer eigenen Uhr',
  hoursChoices: { morning: 'Vormittags', afternoon: 'Nachmittags', either: 'Jederzeit' },
  minutes: 'Wie lange Sie sich gern treffen',
  schemeMinutes: '{minutes, number} Minuten, wie üblich',
  longer: '{minutes, number} Minuten, wenn die anderen das auch möchten',
  data: {
    nothing: 'Hier ist nichts gespeichert.',
    names: 'Wer sich hinter den Kennungen verbirgt',
    elsewhereTitle: 'Anderswo gespeichert',
  },
} as const satisfies Translation<typeof en>;
