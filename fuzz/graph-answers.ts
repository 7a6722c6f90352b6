import { z } from 'zod';
import { graphCalendars } from '../adapters/graph/calendars.ts';
import { createGraph } from '../adapters/graph/client.ts';
import { graphDirectory } from '../adapters/graph/directory.ts';
import { graphMeetings } from '../adapters/graph/meetings.ts';
import { readAtMailbox } from '../core/mailbox/with-mailbox.ts';
import type { Ports } from '../core/ports/ports.ts';
import { attendees } from '../tests/support/attendee.ts';
import { bookedProduct } from '../tests/support/booked-round.ts';
import { employee, tenant } from '../tests/support/emulated-graph.ts';
import { serving } from '../tests/support/serving.ts';
import { useProduct, type TestProduct } from '../tests/support/test-product.ts';
import { chanceOf } from './chance.ts';
import { mutateJson } from './mutate.ts';
import type { AtTheEnd, Attempt, Target, Verdict } from './target.ts';

const people = ['Ann', 'Ben', 'Cem', 'Dee', 'Eve', 'Fay'].map((name) => employee(name));

/** What Ann does with her invitation before the look. */
const stories = ['nothing', 'accept', 'decline', 'tentativelyAccept', 'propose'] as const;
type Story = (typeof stories)[number];

const page = z.looseObject({ value: z.array(z.unknown()) });
const batch = z.looseObject({ responses: z.array(z.looseObject({ body: z.unknown() })) });

/** Changes one item in the lists that Graph gives; the items are numbered in the order in which they come. */
interface Change {
  readonly number: number;
  readonly change: (item: unknown) => unknown;
}

/** A proxy in front of the emulated Graph of one product after another. */
async function openProxy() {
  const proxy = { upstream: '', change: null as Change | null, items: 0 };
  const changed = (answer: unknown): unknown => {
    const whole = batch.safeParse(answer);
    if (whole.success)
      return {
        ...whole.data,
        responses: whole.data.responses.map((response) => ({ ...response, body: changed(response.body) })),
      };
    const list = page.safeParse(answer);
    if (!list.success) return answer;
    const value = list.data.value.map((item) => {
      const number = proxy.items;
      proxy.items += 1;
      return number === proxy.change?.number ? proxy.change.change(item) : item;
    });
    return { ...list.data, value };
  };
  const served = await serving({
    async fetch(request) {
      const { pathname, search } = new URL(request.url);
      const answer = await fetch(`${proxy.upstream}${pathname}${search}`, {
        method: request.method,
        headers: request.headers,
        body: request.method === 'GET' ? null : await request.text(),
      });
      const text = (await answer.text()).replaceAll(proxy.upstream, served.url);
      const isJson = answer.headers.get('Content-Type')?.includes('json') ?? false;
      const headers = new Headers(answer.headers);
      for (const name of ['content-length', 'content-encoding', 'transfer-encoding']) headers.delete(name);
      const body = isJson && text !== '' ? JSON.stringify(changed(JSON.parse(text))) : text;
      return new Response([204, 304].includes(answer.status) ? null : body, {
        status: answer.status,
        headers,
      });
    },
  });
  return { proxy, served };
}

/**
 * Lists of Microsoft Graph in which one item is not as documented, while a round is looked after: an event with its attendees,
 * a person, somebody's free and busy times. The look must end. Refused: it logged that something was unreadable.
 */
export async function graphAnswers(atTheEnd: AtTheEnd): Promise<Target> {
  const { proxy, served } = await openProxy();
  atTheEnd(() => served.close());
  let endProducts: () => Promise<void> = async () => undefined;
  const start = useProduct((end) => {
    endProducts = end;
  });

  /** The number of items that Graph gave during the look, and how the look ended. */
  const look = async (story: Story, change: Change | null): Promise<{ items: number; verdict: Verdict }> => {
    try {
      const product = await bookedProduct(start, people);
      await act(product, story);
      Object.assign(proxy, { upstream: new URL(product.graph.url).origin, change, items: 0 });
      const logged: string[] = [];
      await product.tickAt('2026-12-11T09:00:00Z', portsBehind(`${served.url}/graph`, product, logged));
      await product.detail();
      const isRefused = logged.some((event) => /unread|trouble|odd/i.test(event));
      return { items: proxy.items, verdict: { kind: isRefused ? 'refused' : 'accepted' } };
    } finally {
      await endProducts();
    }
  };
  const attempt = (story: Story, most: number, words: string | null): Attempt => {
    const input: { story: Story; item?: unknown } = { story };
    return {
      input,
      async throwIt() {
        const chance = chanceOf(words ?? '');
        const number = chance.below(most);
        const change = (item: unknown) => (input.item = mutateJson(chance, item));
        return (await look(story, words === null ? null : { number, change })).verdict;
      },
    };
  };

  const sizes = new Map<Story, number>();
  for (const story of stories) sizes.set(story, (await look(story, null)).items);
  return {
    seeds: stories.map((story) => attempt(story, 1, null)),
    mutant(chance) {
      const story = chance.oneOf(stories);
      return attempt(story, sizes.get(story) ?? 1, String(chance.below(2 ** 31)));
    },
  };
}

async function act({ graph }: TestProduct, story: Story): Promise<void> {
  const [ann] = people;
  if (ann === undefined || story === 'nothing') return;
  const outlook = attendees(graph);
  if (story === 'propose') {
    await outlook.respond(ann, 'tentativelyAccept', {
      start: '2026-12-16T14:00:00Z',
      end: '2026-12-16T14:30:00Z',
    });
  } else {
    await outlook.respond(ann, story);
  }
}

/** The ports of a product whose Graph is at another address. */
function portsBehind(url: string, { ports }: TestProduct, logged: string[]): Ports {
  const graph = createGraph(url, async () => 'app', ports.wait, ports.now);
  return {
    ...ports,
    directory: graphDirectory(graph, tenant),
    meetings: graphMeetings(graph),
    calendars: graphCalendars(graph, ports.organisers, (mailboxes, requests, read) =>
      readAtMailbox(ports, mailboxes, requests, read),
    ),
    log: (event) => void logged.push(event),
  };
}
