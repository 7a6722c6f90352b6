import type { frame as en } from '../../../en/tab/desk/frame.ts';
import type { Translation } from '../../../icu/text.ts';

export const frame = {
  places: { label: 'Koordination', today: 'Heute', rounds: 'Runden', settings: 'Einstellungen' },
  refused: {
    unknown: 'Nicht ausgeführt: Dieses Treffen gibt es nicht mehr. Diese Seite zeigt jetzt, wie es steht.',
    closed: 'Nicht ausgeführt: Die Runde ist vorbei oder noch nicht ausgelost.',
    changed:
      'Nicht ausgeführt: Inzwischen hat sich etwas geändert. Diese Seite zeigt jetzt, wie es steht. Sehen Sie noch einmal nach.',
    passed: 'Nicht ausgeführt: Dafür ist es zu spät. Diese Seite zeigt jetzt, wie es steht.',
    taken: 'Nicht ausgeführt: Diese Zeit ist nicht mehr frei. Wählen Sie eine andere.',
    'must-choose': 'Nicht ausgeführt: Ein Kalender ist nicht lesbar, deshalb wählen sie die Zeit selbst.',
    'too-soon': 'In der letzten Stunde wurde schon erinnert. Öfter wird niemand erinnert.',
    'all-answered': 'Niemand wurde erinnert: Es fehlt keine Antwort.',
    'not-in': 'Nicht ausgeführt: Jemand macht in dieser Runde nicht mit oder ist nicht erreichbar.',
    'has-meeting': 'Nicht ausgeführt: Jemand hat schon ein Treffen.',
    'no-common-slot': 'Nicht ausgeführt: Sie haben keine gemeinsame Zeit.',
    'all-told': 'Nichts wurde gesendet: Ihnen ist keine Nachricht entgangen.',
    released: 'Nicht ausgeführt: Die Runde ist bereits freigegeben.',
    'no-draft': 'Nicht ausgeführt: Es gibt nichts freizugeben.',
  },
  rounds: {
    title: 'Runden',
    shown: '{count, plural, one {Eine Runde ist aufgeführt.} other {# Runden sind aufgeführt.}}',
    became:
      '{paired, number} ausgelost, {met, number} getroffen, {notMet, number} nicht getroffen, {notKnown, number} nicht bekannt',
    empty: { title: 'Noch keine Runde', text: 'Die erste wird ausgelost: {pairingAt}.' },
    stage: {
      calling: 'Steht bevor',
      pairing: 'Auslosung',
      booking: 'Buchung',
      meeting: 'Läuft',
      closed: 'Abgeschlossen',
    },
    back: 'Alle Runden',
  },
} as const satisfies Translation<typeof en>;
