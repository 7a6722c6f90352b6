import type { rights as en } from '../en/rights.ts';
import type { Translation } from '../icu/text.ts';
import { sharedSettings } from './tab/shared-settings.ts';

const { data } = sharedSettings;

export const rights = {
  myData: {
    title: 'Ihre Daten in UnMentoring',
    json: 'Dasselbe für Programme, als JSON',
    lead: 'Das ist alles, was UnMentoring über Sie gespeichert hat, Stand {when}. Alle Zeiten sind in UTC.',
    ...data,
    parts: {
      you: {
        title: 'Sie',
        about:
          'Name, Mailadresse, Funktion, Abteilung, Büro, Sprache, Zeitzone und Arbeitszeiten, wann Sie zuletzt geschrieben oder etwas gedrückt haben, was Sie bei der Anmeldung über sich ausgefüllt haben, wie der Bot Sie erreicht oder wann Sie ihn entfernt haben, worum Sie baten und was noch zu tun ist, worum Sie zuletzt im Tab baten, wen Sie nie und wen Sie gern wieder treffen möchten. Wen, sieht sonst niemand.',
      },
      enrolments: {
        title: 'Mitmachen',
        about:
          'Ob und seit wann Sie mitmachen, welche Grundregeln Sie wann angenommen haben, Ihre Vorlieben und Ihr Verlauf: mit wem Sie in welcher Runde ausgelost wurden. Welche Programme Sie koordinieren.',
      },
      rounds: {
        title: 'Runden',
        about:
          'Zu jeder Runde: was für Sie geplant wurde, Ihre Treffen mit allen Antworten, was sich geändert hat, was Sie dazu sagten und notierten, und welche Nachrichten Sie dazu bekamen.',
      },
      invitations: { title: 'Einladungen', about: 'Wen Sie zum Mitmachen vorgeschlagen haben.' },
      erasure: { title: 'Löschen', about: 'Dass Sie um die Löschung Ihrer Daten gebeten haben.' },
    },
    elsewhere: [
      'Outlook bewahrt die Einladungen auf, im Postfach, das sie versandt hat, und in den Kalendern der Eingeladenen, mit Ihrem Namen und Ihrer Mailadresse. Wie lange, bestimmt Ihre Organisation.',
      'Teams bewahrt Ihren Chat mit dem Bot auf, und Ihr OneDrive die Dateien mit Ihren Daten, die der Bot dort ablegen durfte.',
      'Die Menschen, mit denen Sie ausgelost wurden, haben dieselben Treffen in ihrem Verlauf, unter Ihrer Kennung.',
      'Laufende Arbeit nennt Ihre Kennung bis zu sieben Tage lang. Technische Protokolle ebenso, so lange Ihre Organisation sie aufbewahrt.',
    ],
  },
  invited: {
    title: 'Ein Kaffee mit jemandem, den Sie noch nicht kennen?',
    why: '{by} meint, das könnte Ihnen Freude machen.',
    whyUnknown: 'Jemand hat an Sie gedacht.',
    what: 'Ich bin UnMentoring. Alle paar Wochen bringe ich Sie per Zufall mit jemandem aus der Organisation zusammen: ein Gespräch bei einem Lieblingsgetränk, ohne Tagesordnung. Den Termin finde ich für Sie.',
    choice:
      'Machen Sie mit, wenn Sie mögen. Wenn nicht, ist das in Ordnung: Niemand erfährt es, und ich frage nicht noch einmal.',
    join: 'Mitmachen',
    decline: 'Nein, danke',
    declined: 'Das ist in Ordnung, danke für die Antwort. Ich frage nicht noch einmal.',
  },
} as const satisfies Translation<typeof en>;
