import type { Typed } from '../en/typed.ts';

export const typed: Typed = {
  typed: {
    help: ['hallo', 'hilfe', 'guten morgen', 'guten tag', 'moin', 'servus', 'danke', 'vielen dank'],
    join: ['mitmachen', 'wieder mitmachen', 'beitreten', 'anmelden', 'weitermachen', 'fortsetzen'],
    pause: ['pause', 'pausieren', 'aussetzen'],
    leave: ['verlassen', 'abmelden', 'austreten'],
    'my-pairing': ['mein treffen', 'meine begegnung', 'wen treffe ich'],
    'other-times': ['andere zeit', 'andere zeiten', 'anderer termin', 'verschieben'],
    settings: ['einstellungen', 'meine einstellungen', 'wünsche'],
    morning: ['vormittags', 'vormittag', 'am vormittag'],
    afternoon: ['nachmittags', 'nachmittag', 'am nachmittag'],
    either: ['jederzeit', 'egal'],
  },
  typedUntil: ['bis', 'bis zum', 'bis zu'],
};
