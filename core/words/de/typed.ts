import type { Typed } from '../en/typed.ts';

export const typed: Typed = {
  typed: {
    help: ['hilfe'],
    join: ['mitmachen', 'beitreten', 'anmelden'],
    resume: ['wieder mitmachen', 'weitermachen', 'fortsetzen'],
    pause: ['pause', 'pausieren'],
    leave: ['verlassen', 'abmelden', 'austreten'],
    'my-pairing': ['mein treffen', 'wen treffe ich'],
    'other-times': ['andere zeit', 'andere zeiten', 'anderer termin', 'verschieben'],
    settings: ['einstellungen', 'meine einstellungen'],
  },
};
