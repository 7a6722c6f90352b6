import type { AddressInfo, Server } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { SchemePorts } from '../../core/schemes/find-scheme.ts';
import type { Graph } from '../graph/graph.ts';
import type { Clock } from '../host/product-clock.ts';
import type { TriggerHost } from '../host/trigger-host.ts';
import type { WorkerProcess } from '../host/worker-process.ts';
import type { Identity } from '../identity/identity.ts';
import type { Employee } from '../organisation/employee.ts';
import { apiPageRoutes } from '../api-page/api-page.ts';
import { startPageRoutes } from '../start-page/start-page.ts';
import { teamsHostApp } from '../teams-host/teams-host.ts';
import type { Teams } from '../teams/teams.ts';
import { clockRoutes } from './clock-routes.ts';
import { functionsRoutes } from './functions-route.ts';
import { refuseStrangers, secured } from './guard.ts';
import { peopleRoutes } from './people-routes.ts';

/** Another process listens on the port that was asked for. */
export class PortInUse extends Error {}

interface Neighbours {
  readonly identity: Identity;
  readonly teams: Teams;
  readonly graph: Graph;
  readonly employees: readonly Employee[];
  readonly coordinators: readonly string[];
}

interface Product {
  readonly worker: WorkerProcess;
  readonly clock: Clock;
  readonly host: TriggerHost;
  /** What the start page reads. */
  readonly ports: SchemePorts;
}

/** The one port of the local product, for neighbours, functions and start page. */
export interface Gateway {
  /** Without a slash at its end. */
  readonly url: string;
  serveNeighbours(neighbours: Neighbours): void;
  /** To be called after `serveNeighbours`. */
  serveProduct(product: Product): void;
  /** Serves the chat client's own routes, and tells the start page where the client is. */
  servePlayground(routes: Hono, url: string): void;
  close(): Promise<void>;
}

/**
 * Listens on a port of this machine alone (0: any free one), and answers to this machine's own pages and programs alone.
 * Answers 503 for parts that are not served yet.
 * @param observe called with every request as it arrives
 * @throws PortInUse
 */
export async function openGateway(
  port: number,
  observe: (request: Request) => void = () => undefined,
): Promise<Gateway> {
  // Hono takes no routes after its first answer, so the app is made anew for every part that is added.
  const parts: Hono[] = [];
  let app = assembled(parts);
  const join = (...joining: Hono[]) => {
    parts.push(...joining);
    app = assembled(parts);
  };
  const links: { playground: string | null; neighbours: Neighbours | null } = {
    playground: null,
    neighbours: null,
  };

  const fetch = async (request: Request, env: unknown) => {
    observe(request);
    return refuseStrangers(request) ?? secured(await app.fetch(request, env));
  };
  const first = await listen(createAdaptorServer({ fetch }), port, '127.0.0.1');
  const actual = (first.address() as AddressInfo).port;
  const servers = [first];
  // Where the machine has it, `localhost` may mean ::1 as well.
  const second = await listen(createAdaptorServer({ fetch }) as Server, actual, '::1').catch(
    (error: unknown) => {
      if (error instanceof PortInUse) throw error;
      return null;
    },
  );
  if (second !== null) servers.push(second);

  return {
    url: `http://localhost:${actual}`,
    serveNeighbours(neighbours) {
      links.neighbours = neighbours;
      const { identity, teams, graph, employees, coordinators } = neighbours;
      const mounted = new Hono();
      mounted.route('/local/identity', identity.app);
      mounted.route('/local/connector', teams.connector);
      mounted.route('/', teams.control);
      mounted.route('/graph/v1.0', graph.app);
      mounted.route('/local/graph', graph.control);
      join(mounted, peopleRoutes(employees, coordinators, identity, graph), teamsHostApp());
    },
    serveProduct({ worker, clock, host, ports }) {
      if (links.neighbours === null) throw new Error('the neighbours come first');
      const { employees, coordinators, teams } = links.neighbours;
      join(
        clockRoutes({ clock, host, ports, teams }),
        // Before the functions: on this machine `/` is the start page, not the product's home page.
        startPageRoutes({
          ports,
          employees,
          coordinators,
          botId: teams.channel.appId,
          playgroundUrl: () => links.playground,
        }),
        apiPageRoutes(),
        functionsRoutes(worker),
      );
    },
    servePlayground(routes, url) {
      links.playground = url;
      join(routes);
    },
    async close() {
      await Promise.all(
        servers.map(
          (server) =>
            new Promise<void>((resolve) => {
              server.close(() => {
                resolve();
              });
              if ('closeAllConnections' in server) (server.closeAllConnections as () => void)();
            }),
        ),
      );
    },
  };
}

/** Refuses bodies over 256 kB while they are read. The rest of such a body is not read: the connection ends. */
const limited = bodyLimit({
  maxSize: 256 * 1024,
  onError: (c) => c.text('Expected at most 256 kB.', 413, { Connection: 'close' }),
});

function assembled(parts: readonly Hono[]): Hono {
  const app = new Hono();
  // Graph takes larger bodies: a batch is up to twenty requests.
  app.use((c, next) => (c.req.path.startsWith('/graph/') ? next() : limited(c, next)));
  for (const part of parts) app.route('/', part);
  app.notFound((c) =>
    parts.length === 0
      ? c.text('The product is still starting.', 503)
      : c.text('There is no such page.', 404),
  );
  return app;
}

function listen(server: Server, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new PortInUse(`Port ${port} is in use by another program; choose another one with --port.`)
          : error,
      );
    });
    server.listen(port, host, () => {
      resolve(server);
    });
  });
}
