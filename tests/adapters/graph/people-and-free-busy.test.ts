import assert from 'node:assert/strict';
import { graphCalendars, type ReadingTurn } from '../../../adapters/graph/calendars.ts';
import type { BatchRequest, Calls, Graph } from '../../../adapters/graph/client.ts';
import { graphDirectory } from '../../../adapters/graph/directory.ts';
import type { Employee } from '../../../local/organisation/employee.ts';
import { employee, idOf, organiser, tenant } from '../../support/emulated-graph.ts';
import { ann } from '../../support/people.ts';
import { useGraph } from './with-graph.ts';

const week = { start: Date.parse('2026-12-14T00:00:00Z'), end: Date.parse('2026-12-21T00:00:00Z') };
const getSchedule = '/users/{id}/calendar/getSchedule';
const staffOf = (size: number) => Array.from({ length: size }, (_, n) => employee(`P${n}`));
const addressed = (people: readonly Employee[]) =>
  people.map((person) => ({ id: idOf(person), mail: person.mail }));
/** Every mailbox is free at any time. */
const freely: ReadingTurn = (mailboxes, read) => read(mailboxes[0] ?? '');
const nobodysTurn: ReadingTurn = () => Promise.reject(new Error('no turn is needed'));

/** Batches as they are sent: at whose mailbox, null at nobody's, and what for. */
function watched(graph: Graph) {
  const batches: [string | null, string[]][] = [];
  const routeOf = ({ url }: BatchRequest) => {
    const query = decodeURIComponent(url);
    return query.includes('/getSchedule')
      ? 'calendars'
      : (['count', 'skiptoken', 'filter'].find((option) => query.includes(`$${option}=`)) ?? 'page');
  };
  const watching = (calls: Calls, mailbox: string | null): Calls => ({
    ...calls,
    batch: (requests) => {
      if (requests.length > 0) batches.push([mailbox, requests.map(routeOf)]);
      return calls.batch(requests);
    },
  });
  const all: Graph = { ...watching(graph, null), at: (mailbox) => watching(graph.at(mailbox), mailbox) };
  return { graph: all, batches };
}

describe('graphCalendars, of people whose address is known', () => {
  const start = useGraph();

  it('reads 100 people and their calendars in one batch, at the turn of a mailbox', async () => {
    const staff = staffOf(100);
    const { graph, inner, trips } = await start({ employees: staff });
    const calendars = graphCalendars(graph, tenant, [organiser.mail], freely);
    const read = await calendars.peopleAndFreeBusy(staff.map(idOf), addressed(staff), week);
    assert.deepEqual([inner('/users'), inner(getSchedule), trips()], [2, 5, 1]);
    assert.deepEqual(read.people, await graphDirectory(graph, tenant).people(staff.map(idOf)));
    assert.deepEqual(read.freeBusy, await calendars.freeBusy(addressed(staff), week));
  });

  it('reads those alone whose address is known, and entries when they are asked for', async () => {
    const [one = ann, two = ann] = staffOf(2);
    const { graph, trips } = await start({ employees: [one, two] });
    const calendars = graphCalendars(graph, tenant, [organiser.mail], freely);
    const { people, freeBusy } = await calendars.peopleAndFreeBusy(
      [idOf(one), idOf(two)],
      addressed([one]),
      week,
      'entries',
    );
    assert.deepEqual(
      [...people.values()].map((person) => person?.mail),
      [one.mail, two.mail],
    );
    assert.deepEqual([...freeBusy.keys()], [idOf(one)]);
    const read = freeBusy.get(idOf(one));
    assert.match(read?.kind === 'read' ? (read.entries ?? '') : '', /^0+$/);
    assert.equal(trips(), 1);
  });

  it('needs no turn at a mailbox when no address is known', async () => {
    const { graph, trips } = await start({ employees: [ann] });
    const calendars = graphCalendars(graph, tenant, [organiser.mail], nobodysTurn);
    const { people, freeBusy } = await calendars.peopleAndFreeBusy([idOf(ann)], [], week);
    assert.deepEqual([people.get(idOf(ann))?.name, freeBusy.size, trips()], ['Ann', 0, 1]);
  });

  it('fills one batch; reads the directory alone when there are more calendars than that, but not whole batches', async () => {
    const staff = staffOf(361);
    const { graph, inner, trips } = await start({ employees: staff });
    const ids = staff.map(idOf);
    const filled = await graphCalendars(graph, tenant, [organiser.mail], freely).peopleAndFreeBusy(
      ids,
      addressed(staff.slice(1)),
      week,
    );
    assert.deepEqual([filled.people.size, filled.freeBusy.size], [361, 360]);
    // Four pages, the first of which came with the count and the calendars.
    assert.deepEqual([inner(getSchedule), trips()], [18, 4]);
    const more = await graphCalendars(graph, tenant, [organiser.mail], nobodysTurn).peopleAndFreeBusy(
      ids,
      addressed(staff),
      week,
    );
    assert.deepEqual([more.people.size, more.freeBusy.size], [361, 0]);
    assert.deepEqual([inner(getSchedule), trips()], [18, 4 + 4]);
  });

  it('reads whole batches of calendars while it reads the directory, and leaves what would not fill another', async () => {
    const staff = staffOf(810);
    const served = await start({ employees: staff });
    const { graph, batches } = watched(served.graph);
    let pages = 0;
    let asked = -1;
    const turn: ReadingTurn = async (mailboxes, read) => {
      if (asked < 0) asked = pages;
      return read(mailboxes[0] ?? '');
    };
    const paged: Graph = {
      ...graph,
      batch: async (requests) => {
        const answers = await graph.batch(requests);
        pages += 1;
        return answers;
      },
    };
    const { people, freeBusy } = await graphCalendars(
      paged,
      tenant,
      [organiser.mail],
      turn,
    ).peopleAndFreeBusy(staff.map(idOf), addressed(staff), week);
    assert.equal(asked, 0, 'no page of the directory has come when the calendars are asked for');
    assert.deepEqual([...freeBusy.keys()], staff.slice(0, 800).map(idOf));
    assert.ok(staff.every((person) => people.get(idOf(person))?.mail === person.mail));
    assert.deepEqual(
      batches.filter(([mailbox]) => mailbox !== null).map(([, requests]) => requests.length),
      [20, 20],
    );
  });

  it('ends its turn when the calendars are read: what is left of the directory is read after it', async () => {
    const staff = staffOf(1000);
    const served = await start({ employees: staff });
    const { graph, batches } = watched(served.graph);
    const turns: string[] = [];
    const turn: ReadingTurn = async (mailboxes, read) => {
      const result = await read(mailboxes[0] ?? '');
      turns.push(`over after ${batches.length}`);
      return result;
    };
    const wanted = staff.slice(-30);
    const { people, freeBusy } = await graphCalendars(
      graph,
      tenant,
      [organiser.mail],
      turn,
    ).peopleAndFreeBusy(wanted.map(idOf), addressed(wanted), week);
    assert.ok(wanted.every((person) => people.get(idOf(person))?.mail === person.mail));
    assert.equal(freeBusy.size, 30);
    assert.deepEqual(batches, [
      [organiser.mail, ['count', 'page', 'calendars', 'calendars']],
      [null, ['filter', 'filter']],
    ]);
    assert.deepEqual(turns, ['over after 1']);
  });

  it('goes on with the directory while it looks for the address that spoils a request', async () => {
    const staff = staffOf(120);
    const bad = staff[27]?.mail ?? '';
    const served = await start({ employees: staff });
    const { graph, batches } = watched({
      ...served.graph,
      at: (mailbox) => {
        const calls = served.graph.at(mailbox);
        const spoilt = ({ body }: BatchRequest) => JSON.stringify(body ?? '').includes(bad);
        const refused = { status: 400, body: { error: { code: 'ErrorInvalidSmtpAddress' } } };
        return {
          ...calls,
          batch: async (requests) => {
            const answers = await calls.batch(requests);
            return answers.map((answer, i) =>
              requests[i] && spoilt(requests[i]) ? { ...answer, ...refused } : answer,
            );
          },
        };
      },
    });
    const { people, freeBusy } = await graphCalendars(
      graph,
      tenant,
      [organiser.mail],
      freely,
    ).peopleAndFreeBusy(staff.map(idOf), addressed(staff), week);
    assert.ok(staff.every((person) => people.get(idOf(person))?.mail === person.mail));
    assert.deepEqual(
      [...freeBusy].filter(([, { kind }]) => kind !== 'read'),
      [[idOf(staff[27] ?? ann), { kind: 'unreadable', reason: 'ErrorInvalidSmtpAddress' }]],
    );
    assert.equal(freeBusy.size, 120);
    // The second page goes with the question whether anything may be read at all.
    assert.deepEqual(batches[1], [organiser.mail, ['skiptoken', 'calendars']]);
    assert.ok(batches.slice(2).every(([, routes]) => routes.every((route) => route === 'calendars')));
  });

  for (const [what, path, refusal] of [
    ['the directory', '/users', /refused reading people of the directory: 429/],
    ['the calendars', getSchedule, /refused reading free and busy times: 429/],
  ] as const) {
    it(`throws when Graph keeps throttling ${what}`, async () => {
      const { graph, served } = await start({ employees: [ann] });
      const method = path === '/users' ? 'GET' : 'POST';
      for (let n = 0; n < 6; n++) served.graph.faults.next({ method, path, effect: 'throttle' });
      const calendars = graphCalendars(graph, tenant, [organiser.mail], freely);
      await assert.rejects(calendars.peopleAndFreeBusy([idOf(ann)], addressed([ann]), week), refusal);
    });
  }

  it('throws when nothing may be read at all, rather than taking everybody for unreadable', async () => {
    const { graph } = await start({ employees: [ann] });
    const calendars = graphCalendars(graph, tenant, ['nobody@contoso.example'], freely);
    await assert.rejects(
      calendars.peopleAndFreeBusy([idOf(ann)], addressed([ann]), week),
      /refused reading free and busy times: 404/,
    );
  });
});
