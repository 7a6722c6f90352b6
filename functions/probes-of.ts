import { graphProbes } from '../adapters/probes/graph-probes.ts';
import { rowsProbes, storageProbes } from '../adapters/probes/storage-probes.ts';
import { appTokenOf } from '../adapters/probes/token-probes.ts';
import type { Probes } from '../core/ports/probes.ts';
import type { Neighbours } from './neighbours.ts';
import type { Config } from './config.ts';

/** What the self-check tries. It is wired when somebody asks for it. */
export function probesOf(config: Config, { token, log, ...clients }: Neighbours, now: () => number): Probes {
  const graphToken = () => token(config.GRAPH_RESOURCE);
  return {
    tenant: config.TENANT_ID,
    app: config.APP_ID,
    stores: storageProbes(clients),
    rows: rowsProbes(clients.table, log),
    graphToken: async () => appTokenOf(await graphToken()),
    botToken: async () => {
      await token(config.BOT_RESOURCE);
    },
    ...graphProbes({ url: config.GRAPH_URL, token: graphToken }, config.APP_ID, now),
  };
}
