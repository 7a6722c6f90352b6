import * as z from 'zod';
import type { Photos } from '../../core/ports/photos.ts';
import type { Log } from '../../core/ports/ports.ts';
import { objectId, type PersonId } from '../../core/records/person.ts';
import type { Graph } from './client.ts';
import { guid } from './directory.ts';

/** The most characters of a data URI: Teams takes 28 kB of a card in all. */
const most = 4096;
/** The most milliseconds that a message waits for pictures. */
const patience = 5_000;

/** In a batch, Graph gives bytes as Base64. */
const bytes = z.string().regex(/^[\w+/]+={0,2}$/);

/** Pictures of the tenant's people in 48 by 48 pixels (permission `User.Read.All`). */
export function graphPhotos(graph: Pick<Graph, 'batch'>, log: Log): Photos {
  return {
    async of(people) {
      if (people.length === 0) return new Map();
      try {
        return await Promise.race([read(graph, people), nothingAfter(patience)]);
      } catch {
        log('photos not read', { people: people.length });
        return new Map();
      }
    },
  };
}

async function read(
  graph: Pick<Graph, 'batch'>,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  const people = ids.filter((id) => guid.test(objectId(id)));
  const answers = await graph.batch(
    people.map((person) => ({ method: 'GET', url: `/users/${objectId(person)}/photos/48x48/$value` })),
  );
  return new Map(
    answers.flatMap(({ status, headers, body }, i) => {
      const person = people[i];
      const type = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
      const picture = bytes.safeParse(body);
      if (person === undefined || status !== 200 || !picture.success) return [];
      const uri = `data:${type === 'image/png' ? type : 'image/jpeg'};base64,${picture.data}`;
      return uri.length > most ? [] : [[person, uri] as const];
    }),
  );
}

async function nothingAfter(milliseconds: number): Promise<ReadonlyMap<PersonId, string>> {
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
  return new Map();
}
