import assert from 'node:assert/strict';
import { city, date, day, dayAndTime, hours, sameWallClock } from '../../tab/format/times.ts';
import { hrefOf, parseRoute, type Route } from '../../tab/context/route.ts';
import { language as german } from '../../core/words/de/language.ts';
import { language as english } from '../../core/words/en/language.ts';
import { desk } from '../../core/words/en/tab/desk.ts';
import { speak } from '../../core/words/icu/speak.ts';
import { hints } from '../../tab/teams/hints.ts';
import { chatOf, hashOfSubPage } from '../../tab/teams/links.ts';
import { languageIn, localeOf } from '../../tab/teams/locale.ts';
import { chooseLanguage } from '../../tab/words/choose.ts';

describe('tab: dates and times', () => {
  const slot = { start: '2026-12-08T23:45:00Z', end: '2026-12-09T00:15:00Z' };

  it('are written in the given zone, across midnight and the date line', () => {
    assert.equal(day(slot.start, 'Europe/London', 'en-GB'), 'Tuesday 8 December');
    assert.equal(day(slot.start, 'Asia/Kolkata', 'en-GB'), 'Wednesday 9 December');
    assert.equal(day(slot.start, 'Pacific/Kiritimati', 'de-DE'), 'Mittwoch, 9. Dezember');
    assert.equal(
      hours({ start: '2026-12-08T10:00:00Z', end: '2026-12-08T10:30:00Z' }, 'Asia/Kolkata', 'en-GB'),
      '15:30–16:00',
    );
    assert.equal(dayAndTime(slot.start, 'America/Bogota', 'en-GB'), 'Tue 8 Dec, 18:45');
    assert.equal(date('2026-12-07', 'de'), '7. Dezember 2026');
    assert.equal(city('America/Argentina/Buenos_Aires'), 'Buenos Aires');
  });

  it('differ between zones whose clocks differ at that instant, whatever their names', () => {
    const winter = '2026-12-08T10:00:00Z';
    assert.ok(sameWallClock(winter, 'Europe/Berlin', 'Europe/Paris'));
    assert.ok(sameWallClock(winter, 'Europe/London', 'Africa/Accra'));
    assert.ok(!sameWallClock('2026-07-08T10:00:00Z', 'Europe/London', 'Africa/Accra'));
  });
});

describe('tab: words', () => {
  it('are chosen by language, with dates of the same language', () => {
    const cases = [
      ['de-AT', 'de', 'de-AT'],
      ['DE', 'de', 'DE'],
      ['en-US', 'en', 'en-US'],
      ['en-US@posix', 'en', 'en-GB'],
      ['fr-FR', 'en', 'en-GB'],
      ['', 'en', 'en-GB'],
      ['fr-FR-u-hc-h12', 'en', 'en-GB-u-hc-h12'],
    ] as const;
    for (const [asked, language, locale] of cases) {
      assert.deepEqual(chooseLanguage(asked, [english, german]), { tag: language, locale }, asked);
    }
  });

  it('name the kinds of a plan in the singular and the plural', () => {
    const words = speak(desk, 'en');
    assert.equal(
      words.round.cost({ unplaced: 0, trios: 0, repeats: 'none' }),
      'Everyone had a meeting, there was no group of three, and nobody met somebody again.',
    );
    assert.equal(
      words.round.cost({ unplaced: 3, trios: 1, repeats: 'some' }),
      '3 people were without a meeting, there was one group of three, and some people met somebody again.',
    );
  });
});

describe('tab: what Teams says of its reader', () => {
  it('gives the language of Teams, the region of the machine where it fits, and its 12 or 24 hours', () => {
    const machine = (regionalFormat: string, shortTime: string) => ({ regionalFormat, shortTime });
    for (const [locale, osLocaleInfo, expected] of [
      ['en-us', undefined, 'en-us'],
      ['en-us', machine('en-gb', 'HH:mm'), 'en-GB-u-hc-h23'],
      ['en-us', machine('de-de', 'HH:mm'), 'en-US-u-hc-h23'],
      ['de-de', machine('de-at', 'h:mm tt'), 'de-AT-u-hc-h12'],
      ['en-us', machine('en-us', ''), 'en-us'],
      ['not a tag', machine('en-us', 'HH:mm'), 'not a tag'],
    ] as const)
      assert.equal(localeOf({ locale, osLocaleInfo }), expected);
    const slot = { start: '2026-12-08T14:00:00Z', end: '2026-12-08T14:30:00Z' };
    assert.match(hours(slot, 'Europe/London', 'en-US-u-hc-h23'), /^14:00\s–\s14:30$/);
    assert.match(hours(slot, 'Europe/London', 'en-GB-u-hc-h12'), /^0?2:00.*pm$/);
  });

  it('is said to the product as a language alone', () => {
    assert.equal(languageIn('de-CH-u-hc-h23'), 'de-CH');
    assert.equal(languageIn('no language'), null);
  });

  it('is in the address too, unless the host leaves its places empty', () => {
    assert.deepEqual(hints('?locale=de-de&theme=dark'), { locale: 'de-de', theme: 'dark' });
    assert.deepEqual(hints('?locale={locale}&theme={theme}'), { locale: null, theme: 'default' });
    assert.deepEqual(hints(''), { locale: null, theme: null });
  });
});

describe('tab: links of Teams', () => {
  it('open a chat with people, and with a bot only as a link', () => {
    const chat = 'https://teams.microsoft.com/l/chat/0/0';
    assert.deepEqual(chatOf(`${chat}?users=ada%40example.com,bo%40example.com&message=Tea%20%26%20cake%3F`), {
      users: ['ada@example.com', 'bo@example.com'],
      message: 'Tea & cake?',
    });
    assert.deepEqual(chatOf(`${chat}?users=ada%40example.com`), { users: ['ada@example.com'] });
    assert.equal(chatOf(`${chat}?users=28%3Abot`), null);
    assert.equal(chatOf('https://teams.microsoft.com/l/app/1'), null);
  });

  it('lead to a screen', () => {
    assert.deepEqual(parseRoute(hashOfSubPage('now?met')), { view: 'now', about: 'met' });
    assert.deepEqual(parseRoute(hashOfSubPage('me')), { view: 'my-settings' });
  });
});

describe('tab: addresses of views', () => {
  it('lead back to their view', () => {
    const routes: Route[] = [
      { view: 'now', about: null },
      { view: 'now', about: 'met' },
      { view: 'history' },
      { view: 'my-settings' },
      { view: 'rounds' },
      { view: 'desk', scheme: null },
      { view: 'desk', scheme: 'unmentoring' },
      { view: 'first' },
      { view: 'round', scheme: 'unmentoring', round: '2026-12-07', query: '' },
      { view: 'round', scheme: 'unmentoring', round: '2026-12-07', query: 'step=met' },
      { view: 'preview', scheme: 'unmentoring', round: '2026-12-07' },
      { view: 'settings', scheme: 'unmentoring' },
    ];
    for (const route of routes) assert.deepEqual(parseRoute(hrefOf(route)), route);
    for (const unknown of ['', '#', '#/elsewhere', '#/pairing', '#/now?elsewhere'])
      assert.deepEqual(parseRoute(unknown), { view: 'now', about: null });
    assert.deepEqual(parseRoute('#/rounds/unmentoring'), { view: 'rounds' });
    assert.deepEqual(parseRoute('#/settings'), { view: 'now', about: null });
  });
});
