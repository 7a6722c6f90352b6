import * as z from 'zod';
import type { ProbeAnswer, Probes } from '../../core/ports/probes.ts';
import { objectId } from '../../core/records/person.ts';
import { hour } from '../../core/time/interval.ts';
import { chatWith } from '../graph/chats.ts';
import { graphCode } from '../graph/failure.ts';
import { fromJson } from '../version.ts';

/** Milliseconds after which a request ends without an answer. */
const longest = 15_000;

const schedules = z.object({
  value: z.array(z.object({ error: z.object({ responseCode: z.string() }).nullish() })),
});

const user = z.object({ mail: z.string().nullish(), userPrincipalName: z.string().nullish() });

type GraphProbes = Pick<
  Probes,
  'readUsers' | 'readMail' | 'readFreeBusy' | 'readChat' | 'readCalendar' | 'writeCalendar'
>;

/**
 * Requests of a self-check to Microsoft Graph, each sent once: what Graph says at this moment is what the operator wants to know.
 * @param graph its address and the product's token for it
 * @param now epoch milliseconds
 */
export function graphProbes(
  graph: { readonly url: string; readonly token: () => Promise<string> },
  appId: string,
  now: () => number,
): GraphProbes {
  const ask = async (method: 'GET' | 'POST' | 'PATCH', path: string, content?: unknown) => {
    const headers = { Authorization: `Bearer ${await graph.token()}`, 'Content-Type': 'application/json' };
    const answer = await fetch(`${graph.url}/v1.0${path}`, {
      method,
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(longest),
      ...(content !== undefined && { body: JSON.stringify(content) }),
    });
    const body = fromJson(await answer.text());
    const date = Date.parse(answer.headers.get('date') ?? '');
    const at = Number.isNaN(date) ? null : date;
    return { body, answer: { status: answer.status, code: graphCode(body), at } satisfies ProbeAnswer };
  };
  const of = (mailbox: string) => `/users/${encodeURIComponent(mailbox)}`;
  const inUtc = (at: number) => new Date(at).toISOString().replace('Z', '');

  return {
    readUsers: async () => (await ask('GET', '/users?$top=1&$select=id')).answer,
    async readMail(person) {
      const path = `/users/${objectId(person)}?$select=mail,userPrincipalName`;
      const { answer, body } = await ask('GET', path);
      const { data } = user.safeParse(body);
      return { answer, mail: data?.mail ?? data?.userPrincipalName ?? null };
    },
    async readFreeBusy(organiser, mail) {
      const time = (at: number) => ({ dateTime: inUtc(at), timeZone: 'UTC' });
      const { answer, body } = await ask('POST', `${of(organiser)}/calendar/getSchedule`, {
        schedules: [mail],
        startTime: time(now()),
        endTime: time(now() + hour),
        availabilityViewInterval: 60,
      });
      if (answer.status !== 200) return answer;
      const [schedule] = schedules.safeParse(body).data?.value ?? [];
      return {
        ...answer,
        code: schedule === undefined ? 'no schedule' : (schedule.error?.responseCode ?? null),
      };
    },
    readChat: async (person) =>
      (await ask('GET', `/chats/${encodeURIComponent(chatWith(person, appId))}/messages?$top=1`)).answer,
    async readCalendar(organiser) {
      const query = new URLSearchParams({
        startDateTime: new Date(now()).toISOString(),
        endDateTime: new Date(now() + hour).toISOString(),
        $select: 'id',
        $top: '1',
      });
      return (await ask('GET', `${of(organiser)}/calendarView?${query.toString()}`)).answer;
    },
    writeCalendar: async (organiser) => (await ask('PATCH', `${of(organiser)}/events/self-check`, {})).answer,
  };
}
