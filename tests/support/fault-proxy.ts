import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/**
 * What goes wrong with an outward call of a process, after its neighbour has carried it out and before anybody hears so.
 * `killed`: the process dies, and what it asks for from then on is refused. `cut`: only the answer is lost.
 */
export type Fault = 'killed' | 'cut';

/** @param call neighbour, method and path, and those of the first call in a batch. @example 'Table POST /account/rounds' */
export type FaultOf = (call: string) => Fault | null;

/** A process of the product, as the proxy knows it. */
interface ProxiedProcess {
  /** Is in the `User-Agent` or the `Authorization` header of its calls, so that the proxy recognises them. */
  readonly name: string;
  readonly isDead: () => boolean;
  /** Resolves after its death, once its neighbours have carried out its earlier calls. */
  readonly buried: Promise<void>;
}

export interface FaultProxy<Neighbour extends string> {
  /** The proxy's port for each neighbour. */
  readonly ports: Readonly<Record<Neighbour, number>>;
  /**
   * A new process.
   * @param faultOf is asked about each call that may leave something behind
   */
  begin(faultOf: FaultOf): ProxiedProcess;
  close(): Promise<void>;
}

/**
 * Passes the calls of processes of the product on to their neighbours on this machine.
 * @param neighbours give the port that each listens on at the moment
 */
export async function startFaultProxy<Neighbour extends string>(
  neighbours: Readonly<Record<Neighbour, () => number>>,
): Promise<FaultProxy<Neighbour>> {
  const agent = new Agent({ keepAlive: true });
  const lives = new Map<string, Life>();
  const servers = await Promise.all(
    (Object.entries(neighbours) as [Neighbour, () => number][]).map(async ([neighbour, port]) => {
      const server = createServer((incoming, answer) => {
        const { 'user-agent': by = '', authorization = '' } = incoming.headers;
        const name = /\bprocess-\d+\b/.exec(`${by} ${authorization}`)?.[0] ?? '';
        const life = lives.get(name);
        if (life === undefined) {
          answer.writeHead(400).end(`no process "${name}" was begun`);
          return;
        }
        buffer(incoming).then(
          (body) => {
            life.call({ neighbour, port: port(), agent, incoming, body, answer });
          },
          () => answer.destroy(),
        );
      });
      server.keepAliveTimeout = 0;
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      return { neighbour, server, port: (server.address() as AddressInfo).port };
    }),
  );
  return {
    ports: Object.fromEntries(servers.map(({ neighbour, port }) => [neighbour, port])) as Record<
      Neighbour,
      number
    >,
    begin(faultOf) {
      const life = new Life(`process-${lives.size + 1}`, faultOf);
      lives.set(life.name, life);
      return life;
    },
    async close() {
      for (const { server } of servers) {
        server.close();
        server.closeAllConnections();
      }
      agent.destroy();
      await Promise.all(servers.map(({ server }) => once(server, 'close')));
    },
  };
}

interface Call {
  readonly neighbour: string;
  readonly port: number;
  readonly agent: Agent;
  readonly incoming: IncomingMessage;
  readonly body: Buffer;
  readonly answer: ServerResponse;
}

class Life implements ProxiedProcess {
  readonly name: string;
  readonly buried: Promise<void>;
  readonly #faultOf: FaultOf;
  readonly #bury: () => void;
  #dead = false;
  /** Calls that a neighbour is carrying out. */
  #open = 0;

  constructor(name: string, faultOf: FaultOf) {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.name = name;
    this.buried = promise;
    this.#faultOf = faultOf;
    this.#bury = () => {
      resolve(undefined);
    };
  }

  isDead = () => this.#dead;

  call({ neighbour, port, agent, incoming, body, answer }: Call): void {
    if (this.#dead) {
      incoming.socket.destroy();
      return;
    }
    const { method = '', url = '', headers } = incoming;
    const counts = method !== 'GET' && method !== 'HEAD';
    const inBatch = /"method":"(\w+)","url":"([^"]*)"|^(PUT|POST) (\S+) HTTP/m.exec(
      url.endsWith('$batch') ? body.toString() : '',
    );
    const call = [neighbour, method, url, ...(inBatch?.slice(1).filter(Boolean) ?? [])].join(' ');
    const fault = counts ? this.#faultOf(call) : null;
    this.#open += 1;
    const done = () => {
      this.#open -= 1;
      if (this.#dead && this.#open === 0) this.#bury();
    };
    const cut = () => {
      answer.destroy();
    };
    const onward = request({ host: '127.0.0.1', port, agent, method, path: url, headers }, (answered) => {
      const parts: Buffer[] = [];
      answered.on('data', (part: Buffer) => parts.push(part));
      answered.on('error', cut);
      answered.on('end', () => {
        if (fault === 'killed') this.#dead = true;
        if (this.#dead || fault !== null) cut();
        else answer.writeHead(answered.statusCode ?? 502, answered.rawHeaders).end(Buffer.concat(parts));
      });
      answered.on('close', done);
    });
    onward.on('error', () => {
      cut();
      done();
    });
    onward.end(body);
  }
}
