import type { Words } from './en.ts';

export const de: Words = {
  language: 'de',
  direction: 'ltr',
  tabs: { label: 'UnMentoring', pairing: 'Mein Treffen', history: 'Verlauf', rounds: 'Runden' },
  loading: 'Einen Moment …',
  tryAgain: 'Erneut versuchen',
  problems: {
    'sign-in-denied': {
      title: 'Teams hat Sie nicht angemeldet',
      text: 'Ohne Anmeldung wissen wir nicht, wer Sie sind. Versuchen Sie es erneut und stimmen Sie zu, wenn Teams fragt. Hilft das nicht, wenden Sie sich an Ihre Koordination.',
    },
    unauthorised: {
      title: 'Ihre Anmeldung wurde nicht angenommen',
      text: 'Vielleicht ist sie abgelaufen. Versuchen Sie es erneut; hilft das nicht, melden Sie sich in Teams ab und wieder an.',
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
  crashed: {
    title: 'Diese Seite funktioniert nicht mehr',
    text: 'Das liegt an uns, nicht an Ihnen. Ihr Treffen und Ihr Termin sind davon nicht betroffen.',
    reload: 'Neu laden',
  },
  outsideTeams: {
    title: 'UnMentoring in Teams öffnen',
    text: 'Diese Seite gehört in Microsoft Teams: Dort weiß sie, wer Sie sind. Sie finden UnMentoring dort unter Ihren Apps.',
    open: 'Zu Teams',
  },
  unreachable: {
    title: 'Unsere Nachrichten erreichen Sie nicht',
    text: 'Sie haben den UnMentoring-Bot blockiert oder entfernt und werden deshalb nicht verabredet. Fügen Sie die App in Teams wieder hinzu, um zurückzukommen.',
  },
  pairing: {
    title: 'Mein Treffen',
    shown: (partners) => `Ihr Treffen mit ${partners} wird angezeigt.`,
    state: {
      planned: 'Wird gebucht',
      booked: 'Gebucht',
      suggested: 'Zeit zu wählen',
      failed: 'Nicht gebucht',
      cancelled: 'Fällt aus',
    },
    stateText: {
      planned: 'Die Einladung ist unterwegs in Ihre Kalender.',
      booked: 'Der Termin steht in Ihren Kalendern.',
      suggested: 'Eine Einladung gibt es noch nicht: Jemand von Ihnen wählt die Zeit.',
      failed: 'Wir konnten keinen Termin buchen. Der Bot sagt Ihnen, wie es weitergeht.',
      cancelled: 'Es kann nun doch nicht stattfinden. Der Bot sagt Ihnen, wie es weitergeht.',
    },
    yourTime: (time, city) => `${time}, Ihre Zeit (${city})`,
    theirTime: (name, city, time) => `Für ${name}: ${time} (${city})`,
    noTimeYet: 'Der Termin wird noch gesucht.',
    offerTitle: 'Zeiten zur Wahl',
    offerText: 'Wählen Sie eine im Chat mit dem Bot; diese Seite zeigt sie nur.',
    noOffer: 'Zurzeit passt keine Zeit allen. Um neu zu suchen, schreiben Sie dem Bot „andere Zeit“.',
    join: 'In Teams teilnehmen',
    noLink: 'Dieser Termin hat keinen Teams-Link. Verabreden Sie miteinander, wo Sie sich treffen.',
    answers: 'Antworten',
    you: 'Sie',
    answerHint:
      'Zu- oder absagen können Sie in der Outlook-Einladung. Für eine andere Zeit schreiben Sie dem Bot „andere Zeit“.',
    firstTime: 'Sie haben sich hier noch nie getroffen.',
    lastMet: (rounds) =>
      rounds === 1
        ? 'Sie haben sich auch in der letzten Runde getroffen.'
        : `Zuletzt haben Sie sich vor ${rounds} Runden getroffen.`,
    startersTitle: 'Keine Tagesordnung. Nur ein Getränk und ein Gespräch.',
    startersText: 'Wenn Sie einen Anfang suchen:',
    starters: [
      {
        title: 'Denken',
        text: 'Was geht Ihnen gerade durch den Kopf, und was würden Sie gern mit jemand Neuem durchdenken?',
      },
      { title: 'Tun', text: 'Woran arbeiten Sie, und was würde es leichter machen?' },
      {
        title: 'Teilen',
        text: 'Was haben Sie gelernt, gelesen oder ausprobiert, das andere kennen sollten?',
      },
    ],
  },
  answer: { none: 'Noch keine Antwort', accepted: 'Zugesagt', tentative: 'Vielleicht', declined: 'Abgesagt' },
  noPairing: {
    waiting: (scheme) => ({
      title: 'Ihr nächster Kaffee ist unterwegs',
      text: `Sie nehmen an ${scheme} teil. Sobald die nächste Runde ausgelost ist, sagt Ihnen der Bot, wen Sie treffen, und die Einladung steht in Ihrem Kalender.`,
    }),
    paused: (scheme, until) => ({
      title: 'Sie machen gerade Pause',
      text:
        until === null
          ? `Sie pausieren bei ${scheme}. Um zurückzukommen, schreiben Sie „mitmachen“ in den Chat mit dem Bot.`
          : `Sie pausieren bei ${scheme} bis ${until}. Um früher zurückzukommen, schreiben Sie „mitmachen“ in den Chat mit dem Bot.`,
    }),
    notIn: (scheme) => ({
      title: 'Lernen Sie jemanden kennen, dem Sie sonst nicht begegnen',
      text: `Ein entspanntes Gespräch im Monat mit jemandem, den das Los bestimmt. Um an ${scheme} teilzunehmen, öffnen Sie den Chat mit dem Bot in dieser App und schreiben Sie „mitmachen“.`,
    }),
    next: 'Wie es weitergeht',
    nextPairing: 'Auslosung',
    nextWeek: 'Treffen',
    weekOf: (monday) => `In der Woche vom ${monday}`,
    length: 'Dauer',
    minutes: (n) => `${n} Minuten`,
    wishes: 'Ihre Wünsche',
    wish: (hours, minutes) => {
      const when = { morning: 'Vormittags', afternoon: 'Nachmittags', either: 'Zu jeder Tageszeit' }[hours];
      return `${when}, mindestens ${minutes} Minuten. Um sie zu ändern, schreiben Sie dem Bot „Einstellungen“.`;
    },
    noScheme: {
      title: 'Noch läuft nichts',
      text: 'Sobald ein Programm eingerichtet ist, erscheint es hier.',
    },
  },
  history: {
    title: 'Verlauf',
    shown: (count) => (count === 1 ? 'Ein Treffen ist aufgeführt.' : `${count} Treffen sind aufgeführt.`),
    empty: {
      title: 'Ihre Geschichte beginnt mit dem ersten Kaffee',
      text: 'Hier steht später jede Person, mit der Sie verabredet waren.',
    },
    round: (n) => `Runde ${n}`,
    weekOf: (monday) => `Woche vom ${monday}`,
    earlier: 'vor dieser App',
    met: 'Getroffen',
    notMet: 'Nicht getroffen',
    unknown: 'Noch nicht bekannt',
  },
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
      'called-off-later': 'Es wurde über die Gesprächswoche hinaus verlegt und dann abgesagt.',
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
