import type { pages as en } from '../en/pages.ts';
import type { Translation } from '../icu/text.ts';

const home = {
  title: 'Ein Kaffee mit jemandem, den das Los bestimmt',
  heading: 'Lernen Sie jemanden kennen, dem Sie sonst nicht begegnen',
  lead: 'UnMentoring ist eine App in Microsoft Teams. Alle paar Wochen bringt das Los Sie mit jemandem aus dem Kollegium zusammen: 30 bis 60 Minuten bei einem Lieblingsgetränk, aus der Ferne und ohne Tagesordnung.',
  sections: [
    {
      heading: 'So geht es',
      steps: [
        'Schreiben Sie einmal „mitmachen“ in den Chat mit dem Bot. Niemand nimmt teil, der es nicht wollte.',
        'Alle paar Wochen werden alle ausgelost, die mitmachen: Sie treffen jemand Neues, solange es jemand Neues gibt.',
        'UnMentoring findet eine Zeit, die in beiden Kalendern frei ist, und verschickt eine Outlook-Einladung mit Teams-Link. In manchen Programmen wählen Sie die Zeit selbst.',
        'Etwas kam dazwischen? Sagen Sie ab, dann sucht es eine andere Zeit. Mit „pause“ setzen Sie aus, mit „abmelden“ hören Sie auf.',
      ],
    },
    {
      heading: 'So machen Sie mit',
      text: [
        'Öffnen Sie in Teams „Apps“, wählen Sie „Für Ihre Organisation erstellt“ und fügen Sie UnMentoring hinzu. Schreiben Sie dann „mitmachen“ in den Chat.',
        'Sie brauchen ein Arbeitskonto dieser Organisation. Gäste können nicht mitmachen, denn ihre Kalender lassen sich nicht lesen.',
      ],
    },
  ],
} as const;

const privacy = {
  title: 'Datenschutz',
  heading: 'Ihre Daten in UnMentoring',
  lead: 'UnMentoring muss wissen, wer mitmacht und wer wann frei ist. Hier steht, was es liest, was es wie lange behält, wer das sieht und wie Sie es löschen lassen.',
  sections: [
    {
      heading: 'Was es liest',
      list: [
        'Das Verzeichnis: Name, Mailadresse, Funktion, Abteilung, Büro, Vorgesetzte, Sprache und ob das Konto aktiviert und kein Gastkonto ist. Um die zu finden, die mitmachen, blättert es manchmal durch das ganze Verzeichnis; über alle anderen behält es nichts.',
        'Ihren Kalender, wann immer eine Zeit gesucht wird: wann Sie frei, beschäftigt, mit Vorbehalt gebucht oder abwesend sind, und Ihre Arbeitszeiten. Nie, worum es bei einem Termin geht, wo er ist oder mit wem.',
        'Die Antworten auf seine eigenen Einladungen: zugesagt, abgesagt, andere Zeit vorgeschlagen.',
        'Ihren Chat mit dem Bot: Was Sie dort schreiben, wird gelesen, um Ihnen zu antworten; der Wortlaut wird nicht behalten. Wurde das Senden einer Nachricht unterbrochen, werden die neuesten Nachrichten dieses Chats abgerufen, um die des Bots zu suchen.',
      ],
    },
    {
      heading: 'Was es behält, bis es gelöscht wird',
      list: [
        'Sobald Sie die App hinzufügen: Name, Mailadresse, Funktion, Abteilung, Büro, Sprache, Zeitzone und Arbeitszeiten, wie Ihr Chat mit dem Bot zu erreichen ist und ob er es ist oder wann Sie die App entfernt haben, und an welchem Tag Sie ihm zuletzt geschrieben, einen Knopf gedrückt oder im Tab etwas geändert haben. Worum Sie baten, während Microsoft 365 nicht antwortete, steht daneben, bis es erledigt ist, höchstens einen Tag lang; ebenso, worum Sie zuletzt im Tab baten. All das steht an einer Stelle; alles andere nennt Sie mit einer Kennung aus dem Verzeichnis.',
        'Sobald Sie mitmachen: ob Sie dabei sind, Pause machen oder sich abgemeldet haben, und seit wann; welche Fassung der Grundregeln Sie wann angenommen haben; Ihre Wünsche zu Tageszeit und Dauer und ob Sie sich auch gern zu dritt treffen; Ihre letzten Befehle; was Sie vor der letzten Runde gefragt wurden und geantwortet haben, und wie viele Runden in Folge Sie nichts sagten oder nicht zu erreichen waren.',
        'Was Sie auf der Karte zur Anmeldung über sich ausfüllen, bei Ihrem Namen: Lieblingsgetränk, ein Satz über Sie, wonach man Sie gern fragen darf, ob lieber per Video oder am Telefon, die Sprache, die Sie gewählt haben, und wann Sie keine Nachrichten wünschen. Alles davon darf leer bleiben, und Sie können es unter „Einstellungen“ ändern.',
        'Wen Sie nie treffen möchten. Das sieht sonst niemand, auch die Person selbst erfährt es nie.',
        'Wen Sie gern wieder treffen möchten. Das sieht sonst niemand. Wünscht die Person dasselbe, treffen Sie sich wieder.',
        'Wenn jemand Sie einlädt: Ihr Name, wer Sie wann eingeladen hat und ob Sie Nein gesagt haben, damit Sie nur einmal gefragt werden. Wer Sie eingeladen hat, erfährt Ihre Antwort nicht.',
        'Wem Sie in welcher Runde zugelost wurden, ob es zu einem Treffen kam und wie viel davon in unbequemen Stunden lag.',
        'Von jeder Runde: Ihr Treffen und Ihre Antworten darauf; was Sie dazu sagten, falls Sie etwas sagten: ob Sie kommen, ob Sie sich getroffen haben, wie es war und was Sie mitnehmen; Ihre Notizen dazu, die sonst niemand sieht; einige Zeiten, die allen darin passten, zwei Abteilungen, falls es sie als erstes verband, oder warum es keines gab, mit dem Code von Microsoft 365, wenn Ihr Kalender nicht zu lesen war; Entwürfe, wen Sie treffen würden, falls sich jemand eine Runde vorher ansieht; das Wort, mit dem jemand ein Treffen absagte; und welche Nachrichten Sie wann erhielten.',
      ],
      text: [
        'Nichts davon wird gelöscht, nur weil Zeit vergeht oder weil Sie sich abmelden: So treffen Sie nicht dieselben Menschen wieder, wenn Sie zurückkommen. Wer die App entfernt, bekommt keine Nachrichten mehr und wird nicht mehr ausgelost; auch das löscht nichts.',
      ],
    },
    {
      heading: 'Was anders aufbewahrt wird',
      list: [
        'Wann Sie in der Woche der Gespräche frei oder beschäftigt sind: gelöscht, sobald die Runde geplant ist, meist nach Minuten, spätestens, wenn sie abgeschlossen ist.',
        'Technische Protokolle: Kennungen und Codes, nie ein Name, eine Adresse oder etwas, das Sie geschrieben haben. So lange, wie Ihre Organisation ihre Protokolle aufbewahrt.',
        'Die Termine in Outlook mit Namen und Adressen der Eingeladenen, und die Nachrichten im Teams-Chat: so lange, wie Ihre Organisation Mails und Chats aufbewahrt.',
      ],
    },
    {
      heading: 'Wer es sieht',
      list: [
        'Wen Sie treffen, sieht Ihren Namen, Ihre Funktion, Ihre Abteilung und Ihr Büro, Ihr Bild in Teams, was Sie über sich geschrieben haben (Getränk, Satz, wonach man Sie fragen darf), wie spät es beim Treffen für Sie ist, und Ihre Antwort darauf. Was Sie daraus mitnehmen, sehen andere nur, wenn Sie es teilen, und wie Sie es fanden, nie. Die Outlook-Einladung zeigt auch Ihre Mailadresse und, falls jemand von Ihnen lieber telefoniert, wer wen anruft. Sagen Sie ab oder fallen Sie aus, erfahren die anderen das mit Ihrem Namen.',
        'Koordinatorinnen und Koordinatoren, die Ihre Organisation bestimmt, sehen von jeder Runde, wer wen wann trifft, auf Wunsch schon vorher, die Antworten, wer sich getroffen hat, wer warum kein Treffen hat, und ob Nachrichten ankamen. Sie sehen weder Kalender noch Wünsche noch das, was Sie über sich geschrieben oder sonst zu einem Treffen gesagt haben.',
        'Wer Azure und Microsoft 365 Ihrer Organisation verwaltet, kann den Speicher und die Dienstpostfächer öffnen.',
        'Sonst niemand. Es läuft in der eigenen Microsoft-Cloud Ihrer Organisation; nichts wird verkauft, für Werbung genutzt oder an Dritte gegeben. Diese Seiten setzen keine Cookies und zählen keine Besuche.',
      ],
    },
    {
      heading: 'Welche Berechtigungen von Microsoft Graph es hat, und wozu',
      list: [
        'User.Read.All: die oben genannten Angaben aus dem Verzeichnis.',
        'Calendars.ReadBasic.All: freie und belegte Zeiten und Arbeitszeiten derer, die mitmachen.',
        'Calendars.ReadWrite: Einladungen senden, verlegen und absagen, und die Antworten lesen. Nur in den Dienstpostfächern, die einladen, nicht in Ihrem.',
        'Chat.Read.WhereInstalled: die eigene Nachricht des Bots suchen, damit niemand etwas zweimal erfährt.',
        'TeamsAppInstallation.ReadWriteSelfForUser.All: wo Ihre Organisation es erlaubt, die App für jemanden hinzufügen, der eingeladen wird.',
      ],
    },
    {
      heading: 'Wie Sie es löschen lassen',
      text: [
        'Sie können alles sehen, was über Sie gespeichert ist, und es ohne Grund löschen lassen: Fragen Sie den Bot oder uns. Wenn Sie es erlauben, legt der Bot Ihnen alles als Datei in Ihr OneDrive. Gelöscht wird in zwei Schritten, damit es nicht aus Versehen geschieht. Sie sind dann sofort abgemeldet: Anstehende Treffen werden abgesagt, und wer Sie treffen sollte, erfährt es.',
        'Alles über Sie verschwindet binnen Minuten. Läuft eine Runde, in der Sie vorkommen, dann erst, wenn sie abgeschlossen ist, meist binnen einer Woche nach ihrer Woche der Gespräche, spätestens nach zweien; bis dahin bleiben Name, Adresse und Ihr Platz darin. Wer sich vorher wieder anmeldet, behält alles.',
        'In früheren Runden und im Verlauf derer, die Sie getroffen haben, bleibt jemand ohne Namen und Kennung. Laufende Nachrichten nennen bis zu sieben Tage lang Ihre Kennung. Was Outlook, Teams und die technischen Protokolle enthalten, bleibt, wie oben beschrieben.',
        'Name, Funktion, Abteilung und Büro kommen aus dem Verzeichnis: Was dort berichtigt wird, ist es ab der nächsten Runde auch hier.',
      ],
      contact: true,
    },
  ],
} as const;

const terms = {
  title: 'Nutzungsbedingungen',
  heading: 'Nutzungsbedingungen',
  lead: 'Sie sind kurz, denn es gibt wenig zu vereinbaren.',
  sections: [
    {
      heading: 'Mitmachen',
      list: [
        'Es ist freiwillig. Niemand kann Sie anmelden, und Sie können jederzeit ohne Grund Pause machen oder aufhören.',
        'Sie brauchen ein aktiviertes Arbeitskonto dieser Organisation. Gäste können nicht mitmachen.',
        'Machen Sie mit, liest UnMentoring, wann Sie frei sind, und schickt Ihnen Einladungen. Halten Sie eine Zeit ein, die passt, oder sagen Sie rechtzeitig ab.',
      ],
    },
    {
      heading: 'Miteinander',
      list: [
        'Die Regeln des Umgangs bei Ihrer Arbeit gelten auch hier. Was Ihnen jemand anvertraut, bleibt unter Ihnen.',
        'Schreiben Sie dem Bot nur, was Sie von ihm brauchen; für Vertrauliches ist er nicht da.',
      ],
    },
    {
      heading: 'Was Sie erwarten können',
      list: [
        'UnMentoring tut sein Bestes, um in jeder Runde jemanden und eine Zeit für Sie zu finden, und verspricht beides nicht. Gelingt es nicht, sagt es, warum.',
        'Es kann geändert oder eingestellt werden. Ändern sich diese Bedingungen, ändern sie sich auf dieser Seite.',
      ],
    },
  ],
} as const;

const support = {
  title: 'Hilfe',
  heading: 'Hilfe zu UnMentoring',
  lead: 'Das meiste klärt sich im Chat: Schreiben Sie dem Bot in Teams „hilfe“.',
  sections: [
    {
      heading: 'Sie haben diesmal kein Treffen',
      text: [
        'Der Bot sagt Ihnen, warum. Meist war keine Zeit bei beiden frei: Halten Sie in der Woche der Gespräche eine halbe Stunde frei und prüfen Sie die Arbeitszeiten in Ihren Outlook-Einstellungen.',
      ],
    },
    {
      heading: 'Die Zeit passt Ihnen nicht',
      text: [
        'Schreiben Sie dem Bot „andere Zeit“, oder lehnen Sie die Einladung in Outlook ab. Er sucht eine andere Zeit, und niemand wartet auf Sie.',
      ],
    },
    {
      heading: 'Sie möchten Pause machen oder aufhören',
      text: [
        'Schreiben Sie „pause“, „pause bis 14. Januar“ oder „abmelden“. Mit „mitmachen“ kommen Sie zurück.',
      ],
    },
    {
      heading: 'Der Bot sagt nichts',
      text: [
        'Haben Sie die App entfernt oder blockiert, bekommen Sie keine Nachrichten und werden nicht ausgelost. Fügen Sie sie wieder hinzu: in Teams unter „Apps“, „Für Ihre Organisation erstellt“.',
      ],
    },
    {
      heading: 'Die Registerkarte meldet Sie nicht an',
      text: ['Versuchen Sie es noch einmal. Hilft das nicht, melden Sie sich in Teams ab und wieder an.'],
    },
    {
      heading: 'Etwas anderes',
      text: ['Schreiben Sie uns: was Sie getan haben, was geschah und wann ungefähr.'],
      contact: true,
    },
  ],
} as const;

export const pages = {
  skip: 'Zum Inhalt springen',
  menu: 'Seiten',
  otherLanguages: 'Andere Sprachen',
  runBy: 'UnMentoring wird betrieben von: {organisation}.',
  pages: { home, privacy, terms, support },
} as const satisfies Translation<typeof en>;
