import type { CoordinatorWords } from './words.ts';

export const coordinator: CoordinatorWords = {
  rounds: {
    title: 'Runden',
    shown: (count) => (count === 1 ? 'Eine Runde ist aufgeführt.' : `${count} Runden sind aufgeführt.`),
    empty: (pairingAt) => ({ title: 'Noch keine Runde', text: `Die erste wird ausgelost: ${pairingAt}.` }),
    stage: { pairing: 'Auslosung', booking: 'Buchung', meeting: 'Treffwoche', closed: 'Abgeschlossen' },
    back: 'Alle Runden',
  },
  settings: {
    title: 'Einstellungen',
    of: (scheme) => `Einstellungen von ${scheme}`,
    from: 'Sie gelten für jedes Treffen, das ab jetzt geplant wird. Bereits gebuchte oder vorgeschlagene Treffen bleiben, wie sie sind.',
    booking: 'Wie Treffen zustande kommen',
    bookings: {
      automatic: 'Automatisch gebucht, zu einer Zeit, die bei allen frei ist',
      suggestions: 'Die Teilnehmenden wählen eine der vorgeschlagenen Zeiten',
    },
    length: 'Dauer eines Treffens',
    minutes: (n) => `${n} Minuten`,
    coverage: 'Bevorzugt Menschen zusammenbringen, deren Abteilungen sich noch nicht getroffen haben',
    lunch: 'Mittagspause',
    lunchText: 'In der Zeitzone jeder Person. Sie bleibt frei, wo eine andere Zeit passt.',
    lunchStart: 'Von',
    lunchEnd: 'Bis',
    timeMissing: 'Geben Sie eine Uhrzeit ein.',
    endsTooSoon: 'Wählen Sie eine Uhrzeit nach dem Beginn der Mittagspause.',
    save: 'Speichern',
    saving: 'Wird gespeichert …',
    saved: 'Gespeichert. Die Einstellungen gelten für alles, was ab jetzt geplant wird.',
    conflict:
      'Nicht gespeichert: Jemand anderes hat diese Einstellungen inzwischen geändert. Hier steht, was jetzt gilt. Ändern Sie es erneut, wenn Sie das weiterhin möchten.',
    notSaved: (why) => `Nicht gespeichert. ${why}. Ihre Auswahl steht noch hier: Versuchen Sie es erneut.`,
  },
  round: {
    title: (n) => `Runde ${n}`,
    weekOf: (monday) => `Treffwoche vom ${monday}`,
    counts: {
      participants: 'Teilnehmende',
      pairings: 'Treffen',
      trios: 'Dreiergruppen',
      booked: 'Gebucht',
      waiting: 'In Buchung',
      unplaced: 'Ohne Treffen',
      told: 'Benachrichtigt',
    },
    unreadableEvents: (n) =>
      `${n === 1 ? 'Eine Einladung konnte' : `${n} Einladungen konnten`} nicht oder nur teilweise gelesen werden. Das Protokoll nennt jeden Termin.`,
    plan: 'Wie gut der Plan ist',
    notPlanned: 'Der Plan steht noch nicht.',
    optimal: 'Es gibt keinen besseren Plan: Dieser ist nachweislich der beste.',
    notProved: 'Dieser Plan hält jede Regel ein, aber vielleicht gibt es einen besseren.',
    cost: (unplaced, trios, repeats) =>
      [
        unplaced === 0 ? 'Alle haben ein Treffen' : `${unplaced} ohne Treffen`,
        trios === 0 ? 'keine Dreiergruppe' : trios === 1 ? 'eine Dreiergruppe' : `${trios} Dreiergruppen`,
        repeats === 0
          ? 'niemand trifft jemanden erneut'
          : repeats === 1
            ? 'ein Paar trifft sich erneut'
            : `${repeats} Paare treffen sich erneut`,
      ].join(', ') + '.',
    closeness: (n) =>
      n === 0
        ? 'Jedes Treffen verbindet Teams, Abteilungen und Standorte.'
        : `Nähe ${n}: je niedriger, desto mehr Treffen verbinden Teams, Abteilungen und Standorte.`,
    pairings: 'Treffen',
    noPairings: 'Noch ist niemand verabredet.',
    members: 'Wer',
    when: (city) => `Wann (${city})`,
    state: 'Termin',
    noTime: 'Noch kein Termin',
    moved: (times) => (times === 1 ? 'Einmal verlegt' : `${times}-mal verlegt`),
    noLink: 'Kein Teams-Link',
    repeat: (rounds) =>
      rounds === 1 ? 'Auch in der letzten Runde getroffen' : `Zuletzt vor ${rounds} Runden getroffen`,
    receipt: 'Quittung',
    receiptText: 'Alle, die an dieser Runde teilnahmen, was daraus wurde und ob sie es wissen.',
    search: 'Person suchen',
    show: 'Anzeigen',
    filters: {
      all: 'Alle',
      paired: 'Mit Treffen',
      unplaced: 'Ohne Treffen',
      'not-told': 'Nicht benachrichtigt',
    },
    found: (shown, all) => `${shown} von ${all} Personen`,
    nobody: 'Niemand passt dazu. Ändern Sie Suche oder Filter.',
    more: (n) => `${n} weitere anzeigen`,
    name: 'Name',
    outcome: 'Ergebnis',
    toldColumn: 'Nachricht',
    paired: (partners) => `Trifft ${partners}`,
    unplaced: (reason) => (reason === null ? 'Kein Treffen.' : `Kein Treffen. ${reason}`),
    reasons: {
      'away-all-week': 'Die ganze Treffwoche abwesend oder ausgebucht.',
      'no-common-slot': 'Keine Stunde passt ihr und einer Person, die sie treffen darf.',
      excluded: 'Darf mit niemandem verabredet werden, der verfügbar war.',
      'better-used-elsewhere': 'Alle, die sie treffen könnte, wurden für andere gebraucht.',
      'calendar-unreadable': 'Der Kalender konnte nicht gelesen werden.',
      'record-unreadable':
        'Was über sie oder ihr Treffen gespeichert ist, lässt sich nicht lesen. Das Protokoll nennt den Datensatz.',
      alone: 'Sonst nahm niemand teil.',
      'not-in-directory': 'Nicht mehr im Personalverzeichnis.',
      'not-booked': 'Der Termin konnte nicht gebucht werden.',
      unreachable: 'Hat die App in Teams entfernt oder blockiert.',
      'joined-late': 'Nach der Auslosung dazugekommen, und niemand hatte Zeit.',
      'partner-left': 'Wer sie treffen sollte, konnte nun doch nicht dabei sein, und sonst war niemand frei.',
      withdrew: 'Nach der Auslosung abgemeldet oder in Pause.',
    },
    detail: (code) => `Microsoft 365 meldet ${code}.`,
    problems: {
      'every-slot-passed': 'Jede passende Zeit ist verstrichen.',
      'nobody-chose': 'Es wurden Zeiten angeboten, und niemand hat eine gewählt.',
      'nobody-found': 'Für wen allein blieb, war sonst niemand frei.',
      'refused-by-outlook': 'Outlook nimmt diese Einladung nicht an.',
    },
    otherReason: 'Der Grund ist dieser Seite nicht bekannt.',
    told: {
      pending: 'Noch nicht benachrichtigt',
      sent: 'Benachrichtigt',
      unreachable: 'Nicht erreichbar: Bot blockiert oder entfernt',
      failed: 'Nachricht fehlgeschlagen',
    },
  },
};
