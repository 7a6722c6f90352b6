import type { scheme as en } from '../../../en/tab/desk/scheme.ts';
import type { Translation } from '../../../icu/text.ts';

export const scheme = {
  title: 'Einstellungen',
  of: 'Einstellungen von {scheme}',
  from: 'Was Sie hier ändern, gilt für jede Runde, die ab jetzt ausgelost wird. Bereits gebuchte oder vorgeschlagene Treffen bleiben, wie sie sind.',
  first: {
    title: 'UnMentoring einrichten',
    text: 'Noch läuft nichts. Unten ist alles so ausgefüllt, wie es für die meisten passt; bei jeder Einstellung steht, was sie bewirkt, und Sie können sie später ändern. Sobald alles eingerichtet ist, können sich Ihre Kolleginnen und Kollegen anmelden. Vor dem ersten Auslosungstag wird niemand ausgelost.',
    make: 'Jetzt einrichten',
    making: 'Wird eingerichtet …',
    made: '{scheme} ist eingerichtet. Ihre Kolleginnen und Kollegen können sich jetzt anmelden.',
  },
  parts: {
    what: 'Was es ist',
    when: 'Wann',
    meetings: 'Die Treffen',
    who: 'Wer teilnimmt, und mit wem',
    after: 'Wer sich darum kümmert',
  },
  name: 'Bezeichnung',
  nameText: 'Steht in jeder Nachricht und Einladung.',
  nameMissing: 'Geben Sie eine Bezeichnung an.',
  purpose: 'Wofür es da ist, in einem Satz',
  purposeText:
    'Alle lesen ihn, bevor sie sich anmelden. Lassen Sie das Feld leer, wenn nichts dastehen soll.',
  ownRule: 'Eine eigene Grundregel',
  ownRuleText:
    'Wer sich anmeldet, hakt sie an, neben den drei Grundregeln, die immer gelten. Leer heißt: keine.',
  zone: 'Zeitzone',
  zoneText:
    'Nach dieser Uhr richten sich Treffwochen und Auslosungstage. Jedes Treffen richtet sich nach den Uhren seiner Teilnehmenden.',
  zoneUnknown: 'Wählen Sie eine Zeitzone aus der Liste.',
  zoneMore:
    '{n, plural, one {Eine weitere passt. Tippen Sie weiter, dann wird die Liste kürzer.} other {# weitere passen. Tippen Sie weiter, dann wird die Liste kürzer.}}',
  zoneNone: 'So heißt keine Zeitzone. Versuchen Sie es mit einer großen Stadt Ihres Landes.',
  cadence: 'Wie oft',
  cadences: {
    monthly: 'Einmal im Monat, immer in derselben Woche',
    weeks: 'Alle paar Wochen, unabhängig vom Monat',
  },
  monthWeek: 'Montag im Monat, an dem die Treffwoche beginnt',
  monthWeeks: ['Erster Montag', 'Zweiter Montag', 'Dritter Montag', 'Vierter Montag'],
  every: 'In welchem Abstand',
  everyWeeks: 'Alle {n, number} Wochen',
  since: 'Eine Treffwoche, ab der gezählt wird',
  weekOf: 'Woche vom {monday}',
  pairingDay: 'Auslosungstag',
  daysBefore: '{day}, {n, plural, one {am Tag davor} other {# Tage davor}}',
  pairingDayText:
    'An diesem Tag erfahren alle, wen sie wann treffen. Je früher er liegt, desto mehr von ihrer Woche ist noch frei.',
  pairingTooEarly:
    'Wählen Sie einen späteren Tag: Die Treffwoche der vorigen Runde ist dann noch nicht vorbei.',
  pairingAt: 'Um',
  dates: {
    title: 'Die nächsten drei Runden',
    week: 'Treffen in der Woche vom {monday}',
    called: {
      standing: 'Wer zwei Runden lang still war, wird am {called} erinnert.',
      'each-time': 'Am {called} werden alle gefragt.',
    },
    paired: {
      none: 'Am {paired} wird ausgelost, und alle erfahren es.',
      timed: 'Sie sehen die Paare am {draft}. Verschickt werden sie am {paired}.',
      waits: 'Sie sehen die Paare am {draft}. Verschickt werden sie, sobald Sie sie freigeben.',
    },
    incomplete: 'Sie erscheinen hier, sobald die Felder darüber vollständig sind.',
    failed: 'Die Termine lassen sich gerade nicht anzeigen. Speichern können Sie trotzdem.',
  },
  length: 'Dauer eines Treffens',
  lengthText: 'Wer länger möchte, kann das angeben und bekommt es, wenn beide es wollen.',
  minutes: '{n, number} Minuten',
  booking: 'Wie Treffen zustande kommen',
  bookings: {
    automatic: 'Automatisch gebucht, zu einer Zeit, die bei allen frei ist',
    suggestions: 'Die Teilnehmenden wählen eine der vorgeschlagenen Zeiten',
  },
  booksForSilent:
    'Wo niemand wählt, am zweiten Arbeitstag der Woche mittags die beste Zeit buchen, die noch frei ist. Sonst findet ein solches Treffen nicht statt.',
  work: 'Arbeitszeiten, wo ein Postfach keine hat',
  workText:
    'Die meisten Postfächer wissen, wann jemand arbeitet. Weiß es eines nicht, werden Treffen an diesen Tagen und zu diesen Zeiten gesucht.',
  workStart: 'Arbeit von',
  workEnd: 'Arbeit bis',
  dayMissing: 'Wählen Sie mindestens einen Tag.',
  lunch: 'Mittagspause',
  lunchText: 'In der Zeitzone jeder Person. Sie bleibt frei, wo eine andere Zeit passt.',
  lunchStart: 'Mittagspause von',
  lunchEnd: 'Mittagspause bis',
  timeMissing: 'Geben Sie eine Uhrzeit ein.',
  endsTooSoon: 'Wählen Sie eine Uhrzeit nach dem Beginn.',
  asking: 'Wer an einer Runde teilnimmt',
  askings: {
    standing:
      'Alle, die angemeldet sind. Wer zwei Runden lang still war, wird drei Arbeitstage vorher erinnert und kann die Runde auslassen.',
    'each-time':
      'Nur wer Ja sagt. Alle werden drei Arbeitstage vor jeder Runde gefragt; wer nicht antwortet, setzt diese Runde aus.',
  },
  preview: 'Sehen Sie die Paare vorher?',
  previews: {
    none: 'Nein. Sie werden zur Auslosungszeit verschickt, und niemand muss etwas tun.',
    timed:
      'Ja, ab 16:00 Uhr am Arbeitstag davor. Sie können sie ändern; zur Auslosungszeit werden sie von selbst verschickt.',
    waits:
      'Ja, und sie warten auf Sie. Verschickt werden sie, wenn Sie sie freigeben; tut es niemand, dann zu Beginn der Treffwoche.',
  },
  coverage: 'Paare bevorzugen, deren Abteilungen sich noch nicht getroffen haben',
  coverageText: 'Nur wo nichts Wichtigeres dagegen spricht: Niemand trifft deswegen jemanden erneut.',
  coordinators: {
    text: 'Sie sehen diesen Bereich, bekommen seine Nachrichten und können alles hier ändern. Eine Rolle brauchen sie dafür nicht.',
    you: 'Sie selbst kümmern sich auf jeden Fall darum.',
    list: 'Darum kümmern sich',
    none: 'Niemand ist genannt. Es kümmern sich alle, die die Koordinationsrolle haben.',
    add: 'Hinzufügen',
    remove: 'Entfernen',
    removeName: '{name} entfernen',
    added: '{name} steht auf der Liste. Das gilt, sobald Sie speichern.',
    removed: '{name} steht nicht mehr auf der Liste. Das gilt, sobald Sie speichern.',
    nobody: 'Jemand muss sich darum kümmern. Fügen Sie mindestens eine Person hinzu.',
  },
  elsewhere: {
    setting: '„{setting}“',
    title: 'Jemand anderes hat diese Einstellungen inzwischen geändert',
    text: '{settings}: wie dort gewählt.',
    both: 'Sie haben beide geändert: {settings}. Hier steht Ihre Wahl; wenn Sie speichern, ersetzt sie die andere.',
    again: 'Was Sie selbst gewählt haben, steht noch hier. Speichern Sie erneut, damit es gilt.',
  },
  save: 'Speichern',
  saving: 'Wird gespeichert …',
  saved: 'Die Einstellungen sind gespeichert.',
  nothing: 'Es gibt nichts zu speichern: Alles hier ist schon gespeichert.',
  /** By the reason that the product gives. */
  refused: {
    dates:
      'Nicht gespeichert: Mit diesen Terminen würde eine Runde in der Vergangenheit ausgelost, oder bevor die Treffwoche der vorigen vorbei ist. Wählen Sie andere Wochen oder einen anderen Auslosungstag.',
    'not-in-directory':
      'Nicht gespeichert: Jemand auf der Liste steht nicht mehr im Personalverzeichnis. Entfernen Sie die Person, und speichern Sie erneut.',
    nobody: 'Nicht gespeichert: Jemand muss sich darum kümmern. Fügen Sie mindestens eine Person hinzu.',
    exists: 'Inzwischen hat es jemand anderes eingerichtet. Laden Sie die Seite neu, um zu sehen, wie.',
  },
  notSaved: 'Nicht gespeichert. {why}. Ihre Auswahl steht noch hier: Versuchen Sie es erneut.',
} as const satisfies Translation<typeof en>;
