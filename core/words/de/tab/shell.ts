import type { shell as en } from '../../en/tab/shell.ts';
import type { Translation } from '../../icu/text.ts';
import { sharedSettings } from './shared-settings.ts';

export const shell = {
  tabs: {
    label: 'UnMentoring',
    now: 'Jetzt',
    history: 'Verlauf',
    'my-settings': 'Einstellungen',
    desk: 'Koordination',
  },
  loading: 'Einen Moment …',
  colleague: 'eine Kollegin, ein Kollege',
  tryAgain: 'Erneut versuchen',
  problems: {
    'sign-in-denied': {
      title: 'Teams hat Sie nicht angemeldet',
      text: 'Ohne Anmeldung weiß ich nicht, wer Sie sind. Versuchen Sie es erneut und stimmen Sie zu, wenn Teams fragt. Hilft das nicht, wenden Sie sich an Ihre Koordination.',
    },
    unauthorised: {
      title: 'Ihre Anmeldung wurde nicht angenommen',
      text: 'Vielleicht ist sie abgelaufen. Versuchen Sie es erneut; hilft das nicht, melden Sie sich in Teams ab und wieder an.',
    },
    offline: {
      title: 'Sie sind offline',
      text: 'Es ist nichts verloren: Ihr Termin steht in Ihrem Kalender. Sobald Sie wieder verbunden sind, geht es hier von selbst weiter.',
    },
    slow: {
      title: 'Das dauert länger, als es sollte',
      text: 'Es ist nichts verloren. Was Sie eben getan haben, kann trotzdem angekommen sein. Versuchen Sie es ruhig noch einmal: Doppelt geschieht nichts.',
    },
    refused: {
      title: 'Das geht im Moment nicht',
      text: 'Es hat sich nichts geändert. Inzwischen ist etwas anderes geschehen; sehen Sie noch einmal nach.',
    },
    stale: {
      title: 'Das wurde inzwischen anderswo geändert',
      text: 'Was dort gewählt wurde, bleibt. Sehen Sie es an und ändern Sie es hier, wenn Sie noch möchten.',
    },
    forbidden: {
      title: 'Das ist für Sie nicht freigegeben',
      text: 'Ihr Konto darf diese Seite nicht sehen. Wenn Sie meinen, dass es das sollte, wenden Sie sich an Ihre Koordination.',
    },
    'not-found': {
      title: 'Hier gibt es nichts',
      text: 'Vielleicht wurde es verschoben oder entfernt, seit Sie diese Seite geöffnet haben. Gehen Sie zurück und wählen Sie neu.',
    },
    unavailable: {
      title: 'UnMentoring ist gerade nicht erreichbar',
      text: 'Es ist nichts verloren: Ihr Termin steht in Ihrem Kalender. Versuchen Sie es gleich noch einmal.',
    },
    unreadable: {
      title: 'Diese Seite ist veraltet',
      text: 'UnMentoring wurde aktualisiert, seit Sie sie geöffnet haben. Schließen Sie die Registerkarte und öffnen Sie sie neu.',
    },
  },
  undo: {
    label: 'Was Sie eben getan haben',
    undo: 'Rückgängig',
    close: 'Schließen',
    announced:
      '{said} {seconds, plural, one {Eine Sekunde} other {# Sekunden}} lang können Sie es rückgängig machen, auch mit Strg+Z.',
    waiting: 'Worum Sie zuletzt baten, geschieht gleich.',
    undone: 'Rückgängig gemacht.',
    done: 'Es ist erledigt.',
    tooLate: 'Zu spät für „Rückgängig“: Es ist schon geschehen.',
    failed: 'Das hat nicht geklappt. {why}.',
    unknown: 'Ob das geklappt hat, weiß ich noch nicht. {why}. Sobald ich es weiß, steht es hier.',
    refused: {
      ...sharedSettings.refused,
      ...sharedSettings.inviteRefused,
      'too-many':
        'Das hat nicht geklappt: Zehn Dinge, um die Sie baten, sind noch nicht erledigt. Versuchen Sie es in einer Minute noch einmal.',
      unavailable:
        'Das hat nicht geklappt: Microsoft 365 antwortet mir seit einer halben Stunde nicht. Versuchen Sie es später noch einmal.',
      taken: 'Das hat nicht geklappt: Diese Zeit ist nicht mehr frei. Bitte wählen Sie eine andere.',
      rules:
        'Das hat nicht geklappt: Zum Mitmachen braucht es alle Grundregeln. Haken Sie sie an und versuchen Sie es noch einmal.',
      other: 'Das hat nicht geklappt: Es ist nicht mehr möglich. Diese Seite zeigt jetzt, wie es ist.',
    },
  },
  offline: 'Sie sind offline. Diese Seite zeigt, was sie zuletzt wusste.',
  crashed: {
    title: 'Diese Seite funktioniert nicht mehr',
    text: 'Das liegt an mir, nicht an Ihnen. Ihr Treffen und Ihr Termin sind davon nicht betroffen.',
    reload: 'Neu laden',
  },
  outsideTeams: {
    title: 'UnMentoring in Teams öffnen',
    text: 'Diese Seite gehört in Microsoft Teams: Dort weiß sie, wer Sie sind. Sie finden UnMentoring dort unter Ihren Apps.',
    open: 'Zu Teams',
  },
  channel: {
    title: 'Ein Kaffee mit jemandem, den Sie sonst nicht treffen',
    text: 'Alle paar Wochen bestimmt das Los für alle, die mitmachen, wen sie treffen. UnMentoring findet eine Zeit, die in beiden Kalendern frei ist, und bucht sie.',
    steps: [
      'Öffnen Sie UnMentoring und fügen Sie es hinzu.',
      'Machen Sie dort mit, oder schreiben Sie „mitmachen“ in den Chat.',
      'Mit der nächsten Runde erfahren Sie, wen Sie treffen, und wann.',
    ],
    alone: 'Alle hier sehen diese Seite so wie Sie. Wen Sie treffen, erfahren nur Sie.',
    open: 'UnMentoring öffnen',
    figures: {
      title: '{scheme} in Zahlen',
      few: 'Weniger als fünf',
      people: 'Menschen machen mit',
      rounds: 'Runden bisher',
      met: 'der Verabredeten haben sich getroffen, soweit bekannt',
    },
  },
  configure: {
    title: 'Erzählen Sie allen hier von UnMentoring',
    text: 'Nach dem Speichern erklärt eine Registerkarte, was UnMentoring ist und wie man mitmacht. Alle sehen dasselbe; niemand sieht, wer wen trifft. Es gibt nichts einzustellen.',
  },
} as const satisfies Translation<typeof en>;
