import type { settings as en } from '../../en/tab/settings.ts';
import type { Translation } from '../../icu/text.ts';
import { sharedSettings } from './shared-settings.ts';

export const settings = {
  mySettings: {
    ...sharedSettings,
    title: 'Einstellungen',
    scheme: 'Programm',
    part: {
      title: 'Mitmachen',
      skipping:
        'Sie machen bei {scheme} mit und setzen in der Woche ab {week} aus. Danach sind Sie wieder dabei.',
      join: 'Ansehen, was es ist, und mitmachen',
      joinAgain: 'Wieder mitmachen',
      skip: 'In der Woche ab {week} aussetzen',
      skipText:
        'Haben Sie in dieser Woche ein Treffen, sage ich den anderen mit einem freundlichen Wort Bescheid und kümmere mich um sie.',
      takePart: 'In der Woche ab {week} mitmachen',
      breakTitle: 'Eine Pause',
      dayMissing: 'Wählen Sie den Tag, an dem Sie wieder dabei sein möchten.',
      breakText:
        'Haben Sie vor diesem Tag ein Treffen, sage ich den anderen mit einem freundlichen Wort Bescheid und kümmere mich um sie.',
      leaveTitle: 'Aufhören',
      leaveText:
        'Steht ein Treffen bevor, sage ich den anderen mit einem freundlichen Wort Bescheid und kümmere mich um sie. Wen Sie getroffen haben, merke ich mir, falls Sie wiederkommen.',
    },
    said: {
      skip: 'Sie setzen in der Woche ab {week} aus.',
      takePart: 'Sie machen in der Woche ab {week} mit.',
      pause: 'Ihre Pause bei {scheme} beginnt. Ihr erster Tag zurück ist der {until}.',
      resume: 'Ihre Pause bei {scheme} ist beendet.',
      join: 'Sie sind wieder bei {scheme} dabei.',
      leave: 'Sie haben sich von {scheme} abgemeldet.',
    },
    wishes: {
      title: 'Über Sie, und wie Sie sich gern treffen',
      seen: 'Was Ihr Gegenüber liest',
      meeting: 'Das Treffen',
      messages: 'Nachrichten von mir',
      left: '{left, plural, one {noch # Zeichen} other {noch # Zeichen}}',
      quiet: 'Wann Nachrichten warten',
      quietChoices: { work: 'Außerhalb meiner Arbeitszeit', own: 'Zwischen zwei Uhrzeiten, die ich wähle' },
      quietFrom: 'Von',
      quietTo: 'Bis',
      quietText:
        'Nach Ihrer eigenen Uhr. Was nicht warten kann, etwa die Absage eines Treffens von heute, kommt sofort.',
      timeMissing: 'Geben Sie eine Uhrzeit ein.',
      timesSame: 'Wählen Sie zwei verschiedene Uhrzeiten.',
      saving: 'Wird gespeichert …',
      saved: 'Ihre Einstellungen sind gespeichert.',
      from: 'Was Sie wählen, gilt ab der nächsten Auslosung.',
      notSaved:
        'Nicht gespeichert. {why}. Was Sie ausgefüllt haben, steht noch da: Versuchen Sie es noch einmal.',
      staleTitle: 'Noch nicht gespeichert: Ihre Einstellungen wurden inzwischen anderswo geändert',
      staleText: 'Was Sie ausgefüllt haben, steht noch da. Speichern Sie noch einmal, um es zu behalten.',
      changed: '{field}: jetzt „{value}“',
      emptied: '{field}: jetzt leer',
      yes: 'Ja',
      no: 'Nein',
      times: '{from} bis {to}',
    },
    finding: {
      less: 'Schreiben Sie mindestens zwei Buchstaben des Namens.',
      looking: 'Wird gesucht …',
      choose: 'Wählen Sie zuerst jemanden aus der Liste.',
      failed: 'Das Verzeichnis antwortet gerade nicht. Versuchen Sie es gleich noch einmal.',
    },
    never: {
      title: 'Nie mit',
      list: 'Nie zusammen ausgelost werden Sie mit',
      nobody: 'Auf Ihrer Liste steht niemand. Nur Sie können sie sehen.',
      only: 'Nur Sie können diese Liste sehen.',
      add: 'Nie zusammen auslosen',
      takeBack: 'Zurücknehmen',
      meets:
        'Sie beide haben schon ein Treffen vor sich. Es bleibt, wenn Sie es nicht unter „Jetzt“ absagen.',
    },
    inviting: { title: 'Jemanden einladen', send: 'Einladen' },
    held: {
      title: 'Was ich über Sie gespeichert habe',
      text: 'Alles, nur für Sie: zum Lesen hier oder als Datei zum Aufheben.',
      show: 'Anzeigen',
      hide: 'Ausblenden',
      asStored: 'Die Einträge stehen hier, wie sie gespeichert sind, mit ihren technischen Namen.',
      json: 'Als JSON herunterladen',
      page: 'Als Seite herunterladen',
      downloaded: 'Die Datei {file} ist heruntergeladen.',
      entries: '{n, plural, =0 {Keine Einträge} one {# Eintrag} other {# Einträge}}',
      entry: 'Eintrag {n, number}',
    },
    erasing: {
      title: 'Alles löschen',
      text: 'Sie lesen zuerst, was geschehen würde. Gelöscht wird nichts, bevor Sie es bestätigen.',
      would: 'Das würde geschehen',
      final: 'Das ist das Einzige hier, was sich nicht rückgängig machen lässt.',
      keep: 'Alles behalten',
      kept: 'Es wurde nichts gelöscht. Alles bleibt, wie es ist.',
      failed: 'Es wurde nichts gelöscht. {why}. Versuchen Sie es gleich noch einmal.',
      unsure:
        'Ob es abgemacht ist, weiß ich nicht. {why}. Bestätigen Sie es gleich noch einmal: Zweimal schadet nicht.',
    },
  },
} as const satisfies Translation<typeof en>;
