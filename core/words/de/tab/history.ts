import type { history as en } from '../../en/tab/history.ts';
import type { Translation } from '../../icu/text.ts';

export const history = {
  history: {
    title: 'Verlauf',
    shown: '{count, plural, one {Ein Treffen ist aufgeführt.} other {# Treffen sind aufgeführt.}}',
    more: 'Mehr anzeigen',
    moreFailed: 'Frühere Treffen ließen sich nicht laden. An denen oben ändert das nichts.',
    empty: {
      title: 'Hier finden Sie später alle, die Sie treffen',
      next: 'Ein Treffen erscheint, wenn seine Runde vorbei ist. Die nächste Runde wird am {pairingAt} ausgelost.',
      ahead: 'Ihr erstes Treffen erscheint hier, wenn seine Runde vorbei ist.',
      notIn: 'Noch steht hier niemand, weil Sie nicht mitmachen.',
      text: 'Ein Treffen erscheint, wenn seine Runde vorbei ist.',
      open: 'Zu „Jetzt“',
    },
    round: 'Runde {n, number}',
    weekOf: 'Woche vom {monday}',
    earlier: 'Vor dieser App',
    met: 'Getroffen',
    notMet: 'Nicht getroffen',
    unknown: 'Nicht bekannt',
    wish: {
      label: 'Gern wieder',
      labelOf: 'Gern wieder: {name}',
      explained:
        '„Gern wieder“ ist ein Wunsch. Er erfüllt sich nur, wenn Sie ihn beide haben. Bis dahin erfährt niemand davon.',
      wished:
        'Sie möchten {name} gern wieder treffen. Davon erfährt niemand, solange Sie es nicht beide möchten.',
      withdrawn: 'Ihr Wunsch, {name} wieder zu treffen, ist gelöscht.',
    },
    takeaway: {
      mine: 'Was Sie mitgenommen haben',
      theirs: 'Was {name} mitgenommen hat',
    },
    note: {
      title: 'Ihre Notiz',
      before: 'Vor dem Treffen',
      after: 'Nach dem Treffen',
      private: 'Nur Sie können sie lesen.',
      add: 'Notiz schreiben',
      addOf: 'Notiz schreiben: {people}',
      edit: 'Notiz ändern',
      editOf: 'Notiz ändern: {people}',
      save: 'Notiz speichern',
      saving: 'Wird gespeichert …',
      cancel: 'Abbrechen',
      saved: 'Ihre Notiz ist gespeichert.',
      removed: 'Ihre Notiz ist gelöscht.',
      stale:
        'Noch nicht gespeichert: Diese Notiz wurde in einem anderen Fenster geändert. Speichern Sie noch einmal, um das durch Ihren Text hier zu ersetzen.',
    },
    network: {
      title:
        '{departments, plural, =0 {{people, plural, one {Sie haben eine Person getroffen} other {Sie haben # Menschen getroffen}}} one {{people, plural, one {Sie haben eine Person getroffen} other {Sie haben # Menschen aus einer Abteilung getroffen}}} other {Sie haben {people, number} Menschen aus # Abteilungen getroffen}}',
      you: 'Sie',
      group: '{department}: {people}.',
      unknownDepartment: 'Abteilung nicht bekannt',
      partly: 'Frühere Treffen sind hier noch nicht mitgezählt. „Mehr anzeigen“ ergänzt sie.',
      asTable: 'Als Tabelle zeigen',
      asPicture: 'Als Bild zeigen',
      person: 'Wer',
      times: 'Treffen',
      last: 'Zuletzt',
    },
  },
} as const satisfies Translation<typeof en>;
