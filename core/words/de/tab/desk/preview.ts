import type { preview as en } from '../../../en/tab/desk/preview.ts';
import type { Translation } from '../../../icu/text.ts';

export const preview = {
  title: 'Runde {n, number}, bevor sie hinausgeht',
  back: 'Die Runde',
  counts:
    '{pairs, plural, =0 {Keine Paare} one {Ein Paar} other {# Paare}}, {trios, plural, =0 {keine Dreiergruppe} one {eine Dreiergruppe} other {# Dreiergruppen}}, {without, plural, =0 {niemand ohne Treffen} one {eine Person ohne Treffen} other {# Personen ohne Treffen}}',
  goesOut: 'Sie geht von selbst hinaus: {when} ({city}). Sie können sie früher freigeben.',
  waits:
    'Sie wartet auf Ihre Freigabe. Spätestens geht sie hinaus, wenn die Treffwoche beginnt: {when} ({city}).',
  released: 'Sie ist freigegeben. Hier lässt sich nichts mehr ändern.',
  follow: 'Der Runde folgen',
  made: 'Erstellt: {when}.',
  changed: 'Geändert von {name}, {when}: {what}',
  release: 'Jetzt freigeben',
  releasing: 'Die Runde geht an alle hinaus.',
  missing: {
    due: {
      title: 'Noch keine Vorschau',
      text: 'Sie ist ab {when} ({city}) hier, und ich sage Ihnen dann Bescheid.',
    },
    none: {
      title: 'Keine Vorschau',
      text: 'Runden von {scheme} gehen ohne Vorschau hinaus. In den Einstellungen können Sie das ändern.',
    },
    other: {
      title: 'Keine Vorschau mehr',
      text: 'Das ist nicht die nächste Runde. Sie ist schon hinausgegangen, oder sie kommt später.',
    },
    settings: 'Einstellungen von {scheme}',
  },
  quality: {
    title: 'Wie gut sie ist',
    best: 'Besser geht es nicht.',
    found: 'Ich habe nichts Besseres gefunden, aber vielleicht gibt es das.',
    worse: 'Ohne diese Änderungen ginge es besser. Im Vergleich dazu:',
  },
  price: {
    unplaced: {
      more: '{n, plural, one {Eine Person mehr hat niemanden zum Treffen.} other {# Personen mehr haben niemanden zum Treffen.}}',
      fewer:
        '{n, plural, one {Eine Person weniger hat niemanden zum Treffen.} other {# Personen weniger haben niemanden zum Treffen.}}',
    },
    trios: {
      more: '{n, plural, one {Es gibt eine Dreiergruppe mehr.} other {Es gibt # Dreiergruppen mehr.}}',
      fewer: '{n, plural, one {Es gibt eine Dreiergruppe weniger.} other {Es gibt # Dreiergruppen weniger.}}',
    },
    again: '{names} treffen sich wieder.',
    againInThree: 'Zwei von diesen treffen sich wieder: {names}.',
    repeats: {
      more: 'Mehr Menschen treffen sich wieder, oder früher als nötig.',
      fewer: 'Weniger Menschen treffen sich wieder, oder nicht so bald.',
    },
    closeness: {
      more: 'Mehr Menschen treffen jemanden aus ihrem Team, ihrer Abteilung oder ihrem Büro.',
      fewer: 'Weniger Menschen treffen jemanden aus ihrem Team, ihrer Abteilung oder ihrem Büro.',
    },
    coverage: {
      more: '{n, plural, one {Ein Paar weniger bringt Abteilungen zusammen, die sich noch nicht getroffen haben.} other {# Paare weniger bringen Abteilungen zusammen, die sich noch nicht getroffen haben.}}',
      fewer:
        '{n, plural, one {Ein Paar mehr bringt Abteilungen zusammen, die sich noch nicht getroffen haben.} other {# Paare mehr bringen Abteilungen zusammen, die sich noch nicht getroffen haben.}}',
    },
  },
  news: '{joined, plural, =0 {Seither kam niemand dazu} one {Seither kam eine Person dazu} other {Seither kamen # Personen dazu}}, {left, plural, =0 {und niemand ging.} one {und eine Person ging.} other {und # Personen gingen.}} „Neu auslosen“ berücksichtigt das.',
  bestAgain: 'Neu auslosen',
  bestAgainText: '„Neu auslosen“ lost alle noch einmal so gut wie möglich aus, außer festgehaltenen Paaren.',
  reRoll: 'Mischen',
  reRollText: '„Mischen“ sucht eine andere Auslosung, die genauso gut ist.',
  undo: 'Rückgängig',
  working: 'Wird ausgelost …',
  pairs: 'Paare',
  pairsText:
    'Festgehaltene Paare bleiben zusammen, was auch sonst geändert wird. Lassen Sie eines los, um es zu ändern.',
  find: 'Person suchen',
  found: '{n, plural, =0 {Kein Paar gefunden.} one {Ein Paar gefunden.} other {# Paare gefunden.}}',
  who: 'Wer',
  when: 'Wann ({city})',
  why: 'Warum',
  acts: 'Ändern',
  pairsNobody: 'Niemand ist ausgelost.',
  nobody: 'Niemand mit diesem Namen. Ändern Sie die Suche.',
  trio: 'Zu dritt, damit niemand übrig bleibt.',
  again: {
    weeks:
      '{size, select, three {Zwei von ihnen treffen} other {Die beiden treffen}} sich nach {n, plural, one {einer Woche} other {# Wochen}} wieder.',
    months:
      '{size, select, three {Zwei von ihnen treffen} other {Die beiden treffen}} sich nach {n, plural, one {einem Monat} other {# Monaten}} wieder.',
    rounds:
      '{size, select, three {Zwei von ihnen treffen} other {Die beiden treffen}} sich nach {n, plural, one {einer Runde} other {# Runden}} wieder.',
  },
  forced: 'Sonst hatte niemand Zeit für sie.',
  shared: {
    manager: 'Dieselbe Führungskraft, oder eine Person führt die andere.',
    department: 'Dieselbe Abteilung.',
    office: 'Dasselbe Büro.',
  },
  apart: 'Sie kennen sich von hier noch nicht und teilen weder Führungskraft noch Abteilung noch Büro.',
  minutes: '{n, number} Minuten, wie es alle wünschen.',
  allPress: 'Ein Kalender ist nicht lesbar: Alle müssen dieselbe Zeit wählen.',
  lock: 'Festhalten',
  lockOf: '{names} festhalten',
  changeOf: '{names} ändern',
  putInOf: '{name} aufnehmen',
  allowOf: 'Wieder erlauben für {names}',
  change: 'Ändern',
  swap: '{name} mit jemandem tauschen',
  forbid: '{one} und {other} diesmal nicht zusammen auslosen',
  leaveOut: '{name} auslassen',
  leaveOutShort: 'Auslassen',
  swapShort: 'Tauschen',
  putIn: 'Aufnehmen',
  allow: 'Wieder erlauben',
  swapping: 'Wer nimmt den Platz von {name} ein?',
  swapHere: 'Mit {name} tauschen',
  cancel: 'Abbrechen',
  without: 'Ohne Treffen',
  withoutNobody: 'Alle haben ein Treffen.',
  outside: 'Nicht in dieser Runde',
  outsideText: 'Sie können sie aufnehmen, wenn sie das mit Ihnen vereinbart haben.',
  outsideWhy: { 'not-asked': 'Hat nicht Ja gesagt.', 'said-no': 'Hat für diese Runde Nein gesagt.' },
  forbidden: 'Diesmal nicht zusammen',
  said: {
    swap: '{one} und {other} haben die Plätze getauscht.',
    lock: '{names} bleiben zusammen.',
    unlock: '{names} dürfen wieder anders ausgelost werden.',
    forbid: '{one} und {other} werden diesmal nicht zusammen ausgelost.',
    allow: '{one} und {other} dürfen wieder zusammen ausgelost werden.',
    'leave-out': '{name} ist in dieser Runde nicht dabei.',
    'put-in': '{name} ist in dieser Runde dabei.',
    'best-again': 'Alle sind noch einmal so gut wie möglich ausgelost.',
    're-roll': 'Alle sind neu gemischt.',
    back: 'Die letzte Änderung ist rückgängig gemacht.',
  },
  unchanged: 'Es bleibt, wie es war: Ich habe keine andere Auslosung gefunden, die so gut ist.',
  stale:
    '{name} hat diese Runde inzwischen geändert: {what} Ihre Änderung wurde nicht gemacht. Sie sehen jetzt den neuen Stand.',
  staleUnknown:
    'Diese Runde hat sich inzwischen geändert. Ihre Änderung wurde nicht gemacht. Sie sehen jetzt den neuen Stand.',
  refused: {
    released: 'Nichts wurde geändert: Die Runde ist freigegeben.',
    'no-common-slot': 'Nichts wurde geändert: Sie haben keine gemeinsame Zeit.',
    'not-in': 'Nichts wurde geändert: Jemand ist nicht mehr in dieser Runde.',
    'not-paired': 'Nichts wurde geändert: Sie sind kein Paar mehr.',
    locked: 'Nichts wurde geändert: Ein festgehaltenes Paar müsste sich ändern. Lassen Sie es zuerst los.',
    other: 'Nichts wurde geändert: Das geht nicht mehr. Diese Seite zeigt jetzt, wie es ist.',
  },
} as const satisfies Translation<typeof en>;
