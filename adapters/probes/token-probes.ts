import * as z from 'zod';
import type { AppToken } from '../../core/ports/probes.ts';
import { fromJson } from '../version.ts';

const text = z.string().toLowerCase().optional().catch(undefined);
const claims = z.object({
  tid: text,
  appid: text,
  azp: text,
  roles: z.array(z.string()).catch([]),
});

/** What an app's token says. It is not verified: it is the product's own. What is no such token says nothing. */
export function appTokenOf(token: string): AppToken {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
  const { data } = claims.safeParse(fromJson(payload));
  return { tenant: data?.tid ?? null, app: data?.appid ?? data?.azp ?? null, roles: data?.roles ?? [] };
}
