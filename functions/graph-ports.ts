import { graphCalendars } from '../adapters/graph/calendars.ts';
import { graphChats } from '../adapters/graph/chats.ts';
import { createGraph } from '../adapters/graph/client.ts';
import { graphDirectory } from '../adapters/graph/directory.ts';
import { graphInstaller } from '../adapters/graph/installer.ts';
import { graphMeetings } from '../adapters/graph/meetings.ts';
import { graphPhotos } from '../adapters/graph/photos.ts';
import { readAtMailbox } from '../core/mailbox/with-mailbox.ts';
import type { Ports } from '../core/ports/ports.ts';
import type { Config } from './config.ts';

/** What Microsoft Graph is for. */
export type GraphPorts = Pick<
  Ports,
  'directory' | 'calendars' | 'meetings' | 'chats' | 'installer' | 'photos'
>;

/** @param token gives an access token for Graph */
export function graphPorts(
  config: Config,
  token: () => Promise<string>,
  ports: Pick<Ports, 'storage' | 'now' | 'lease' | 'wait' | 'log' | 'organisers'>,
): GraphPorts {
  const graph = createGraph(config.GRAPH_URL, token, ports.wait, ports.now);
  return {
    directory: graphDirectory(graph, config.TENANT_ID),
    calendars: graphCalendars(graph, ports.organisers, (mailboxes, requests, read) =>
      readAtMailbox(ports, mailboxes, requests, read),
    ),
    meetings: graphMeetings(graph),
    chats: graphChats(graph, config.APP_ID),
    installer: graphInstaller(graph, config.TEAMS_APP_ID),
    photos: graphPhotos(graph, ports.log),
  };
}
