import type { frame as en } from '../../../en/tab/desk/frame.ts';
import type { Translation } from '../../../icu/text.ts';

export const frame = {
  places: { label: 'Koordination', today: 'Heute', rounds: 'Runden', settings: 'Einstellungen' },
  refused: {
    stale:
      'Nicht ausgeführt: Das Treffen hat sich inzwischen geändert. Diese Seite zeigt jetzt, wie es steht.',
    'not-there':
      'Nicht ausgeführt: Dieses Treffen findet nicht mehr statt. Diese Seite zeigt jetzt, wie es steht.',
    passed: 'Nicht ausgeführt: Dafür ist es zu spät. Diese Seite zeigt jetzt, wie es steht.',
    'no-common-slot': 'Nicht ausgeführt: Sie haben keine gemeinsame Zeit.',
    taken: 'Nicht ausgeführt: Diese Zeit ist nicht mehr frei. Wählen Sie eine andere.',
    released: 'Nicht ausgeführt: Die Runde ist bereits freigegeben.',
    'just-reminded': 'In der letzten Stunde wurde schon erinnert. Öfter wird niemand erinnert.',
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
      meeting: 'Treffwoche',
      closed: 'Abgeschlossen',
    },
    back: 'Alle Runden',
  },
} as const satisfies Translation<typeof en>;
