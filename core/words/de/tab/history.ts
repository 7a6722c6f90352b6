import type { history as en } from '../../en/tab/history.ts';
import type { Translation } from '../../icu/text.ts';

export const history = {
  history: {
    title: 'Verlauf',
    shown: '{count, plural, one {Ein Treffen ist aufgeführt.} other {# Treffen sind aufgeführt.}}',
    empty: {
      title: 'Ihre Geschichte beginnt mit dem ersten Kaffee',
      text: 'Hier steht später jede Person, mit der Sie verabredet waren.',
    },
    round: 'Runde {n, number}',
    weekOf: 'Woche vom {monday}',
    earlier: 'vor dieser App',
    met: 'Getroffen',
    notMet: 'Nicht getroffen',
    unknown: 'Noch nicht bekannt',
  },
} as const satisfies Translation<typeof en>;
