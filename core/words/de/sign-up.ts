import type { signUp as en } from '../en/sign-up.ts';
import type { Translation } from '../icu/text.ts';

export const signUp = {
  buttons: { look: 'Erst ansehen', send: 'Anmelden' },
  welcome: {
    what: 'Alle paar Wochen treffen Sie jemanden aus dem Kollegium, vom Zufall gewählt: ein Gespräch bei einem Lieblingsgetränk, per Video oder am Telefon, ohne Tagesordnung.',
    askedTitle: 'Worum ich Sie bitte',
    asked:
      'Ein Gespräch im Monat, {minutes, number} Minuten lang, in der Woche, die am {monday, plural, =1 {ersten} =2 {zweiten} =3 {dritten} other {vierten}} Montag des Monats beginnt. Ich finde eine Zeit, die in beiden Kalendern frei ist, und verschicke die Einladung. Sie können jederzeit Pause machen oder sich abmelden.',
    askedByWeeks:
      'Ein Gespräch alle {weeks, number} Wochen, {minutes, number} Minuten lang; das nächste in der Woche ab {week}. Ich finde eine Zeit, die in beiden Kalendern frei ist, und verschicke die Einladung. Sie können jederzeit Pause machen oder sich abmelden.',
    keptTitle: 'Was ich behalte',
    kept: 'Ich behalte, was das Verzeichnis über Ihre Arbeit sagt, dass Sie mitmachen, was Sie bei der Anmeldung ausfüllen und wen Sie wann getroffen haben. In Ihrem Kalender lese ich, wann Sie frei oder beschäftigt sind, und Ihre Arbeitszeiten, aber nie, worum es in Ihren Terminen geht.',
    seenTitle: 'Wer das sieht',
    seen: 'Ihr Gegenüber sieht Ihren Namen, Ihr Bild, Ihre Funktion, Ihre Abteilung, Ihr Büro und was Sie über sich schreiben. Die Koordination sieht, dass Sie sich treffen, mit wem und wann. Niemand sieht, was gesagt wird.',
  },
  soon: {
    title: 'UnMentoring beginnt hier bald',
    text: 'Die Koordination richtet es gerade ein, deshalb können Sie sich noch nicht anmelden. Schauen Sie in ein paar Tagen wieder herein.',
    again: 'Noch einmal nachsehen',
  },
  sample:
    'So sieht ein Treffen aus. Die Person ist erfunden, die Schaltflächen eines echten Treffens fehlen, und durch das Ansehen wird nichts gespeichert.',
  samplePartner: {
    name: 'Toni Beispiel',
    department: 'Bibliotheken',
    office: 'Rathaus',
    drink: 'Ingwertee',
    about: 'Ich fahre den Bücherbus und kenne jedes Schlagloch im Landkreis.',
    askMe: 'Bienen, Nachtzüge',
  },
  title: 'Anmeldung bei {scheme}',
  known:
    'Nötig sind nur die Grundregeln. Alles andere darf leer bleiben, und Sie können es später unter „Einstellungen“ ändern. Name, Funktion, Abteilung, Büro, Vorgesetzte und Zeitzone kommen aus dem Verzeichnis.',
  settingsTitle: 'Ihre Einstellungen',
  rulesTitle: 'Drei Grundregeln',
  rules: {
    between: { name: 'Es bleibt unter uns', tick: 'Ich erzähle nicht weiter, was mir anvertraut wird.' },
    selling: { name: 'Kein Verkaufen', tick: 'Ich nutze das Gespräch nicht zum Verkaufen oder Abwerben.' },
    turnUp: { name: 'Kommen oder absagen', tick: 'Ich komme, oder ich sage rechtzeitig ab.' },
  },
  ownRule: 'Eine Regel von {scheme}',
  ruleMissing: 'Bitte kreuzen Sie das an: Es gehört zum Mitmachen dazu.',
  rulesMissing:
    'Noch wurde nichts gespeichert: Zum Mitmachen gehören alle Grundregeln. Bitte kreuzen Sie sie an und schicken Sie die Karte noch einmal ab. Alles andere steht noch da, wie Sie es ausgefüllt haben.',
  wishesTitle: 'Wenn Sie mögen',
  drink: 'Lieblingsgetränk (alkoholfrei; steht bei Ihrem Namen)',
  about: 'Ein Satz über Sie (steht bei Ihrem Namen)',
  askMe: 'Fragen Sie mich nach … (steht bei Ihrem Namen)',
  third: {
    name: 'Bei einer ungeraden Zahl treffen sich drei',
    tick: 'Ich treffe mich auch gern zu dritt.',
  },
  call: 'Wie Sie gern sprechen',
  calls: { video: 'Per Video', phone: 'Am Telefon' },
  language: 'Sprache, in der ich Ihnen schreibe',
  asInTeams: 'Wie in Teams',
  late: {
    joined:
      'Sie sind dabei. Diese Runde von {scheme} ist schon ausgelost, aber ihre Gespräche stehen noch bevor: Ich suche für Sie jemanden in der Woche ab {week}. Bis zu diesem Montag sage ich Ihnen hier, ob ich jemanden gefunden habe.',
    rejoined:
      'Willkommen zurück bei {scheme}. Diese Runde ist schon ausgelost, aber ihre Gespräche stehen noch bevor: Ich suche für Sie jemanden in der Woche ab {week}. Bis zu diesem Montag sage ich Ihnen hier, ob ich jemanden gefunden habe.',
    'already-in':
      'Sie machen bei {scheme} schon mit. Als Sie dazukamen, war diese Runde schon ausgelost; deshalb suche ich für Sie jemanden in der Woche ab {week}, falls Sie darin noch kein Treffen haben.',
    resumed:
      'Ihre Pause bei {scheme} ist beendet. Diese Runde ist schon ausgelost, aber ihre Gespräche stehen noch bevor: Ich suche für Sie jemanden in der Woche ab {week}, falls Sie darin noch kein Treffen haben.',
  },
  afterLate: 'Die Runde danach wird am {pairing} ausgelost, mit Gesprächen in der Woche ab {week}.',
  noPairingLate:
    'Sie haben noch kein Treffen. Ich suche noch jemanden für Sie in der Woche ab {week} und sage Ihnen bis zu diesem Montag hier, ob ich jemanden gefunden habe.',
  shown: 'Ihr Gegenüber liest:',
  profile: {
    drink: 'Lieblingsgetränk: {drink}',
    about: 'In einem Satz: {about}',
    askMe: 'Wird gern gefragt nach: {askMe}',
  },
} as const satisfies Translation<typeof en>;
