import { createHash } from 'node:crypto';
import { z } from 'zod';

const share = z.number().min(0).max(1);

/** The shares of requests with a token that fail. The same seed chooses the same requests. */
export const faultShares = z.strictObject({
  /** 429 with `Retry-After`, nothing done. */
  throttle: share.default(0),
  /** 500, 502 or 503, nothing done. */
  fail: share.default(0),
  /** 504 after a write was carried out. */
  afterWrite504: share.default(0),
  /** Seconds in `Retry-After`. */
  retryAfter: z.number().int().min(0).default(1),
  seed: z.number().int().default(1),
});
export type FaultShares = z.input<typeof faultShares>;

/** A fault for the next matching request, once: `{ method: 'POST', path: '/users/{id}/events', effect: 'cut' }`. */
export const targetedFault = z.strictObject({
  method: z.enum(['GET', 'POST', 'PATCH', 'DELETE']),
  /** A route as the documentation writes it: `/users/{id}/events`. */
  path: z.string().startsWith('/'),
  effect: z.enum([
    'throttle',
    'fail',
    /** 504 after the request was carried out. */
    'after-504',
    /** The connection is cut after the request was carried out. */
    'cut',
    /** The event is made, 201, but without its Teams meeting. */
    'no-online-meeting',
  ]),
  /** The number of matching requests that pass before it. */
  after: z.number().int().min(0).default(0),
});
type TargetedFault = z.input<typeof targetedFault>;
export type Effect = z.output<typeof targetedFault>['effect'];

/** How a mailbox refuses everything: `off` as after it lost its licence, `denied` as without the tenant's consent. */
export const mailboxRefusal = z.enum(['off', 'denied']);
export type Refusal = z.output<typeof mailboxRefusal>;

export interface Faults {
  /** Replaces the shares and restarts the counts. */
  set(shares: FaultShares): void;
  /** Adds a fault for one later request. Earlier faults come first. */
  next(fault: TargetedFault): void;
  /** Has a mailbox refuse every request of the app at its calendar from now on; null: it works again. */
  refuse(mail: string, refusal: Refusal | null): void;
  /** How a mailbox refuses; null: it works. */
  refusal(mail: string): Refusal | null;
  /** Ends all faults. */
  clear(): void;
  /** The faults that have not ended yet. */
  pending(): {
    readonly shares: z.output<typeof faultShares>;
    readonly next: readonly z.output<typeof targetedFault>[];
    /** How mailboxes refuse, by mail. */
    readonly refuse: Readonly<Record<string, Refusal>>;
  };
  /**
   * The fault of this request; null for none. `path` is the real path: the requests to each path are counted
   * separately.
   */
  choose(method: string, template: string, path: string): { effect: Effect; retryAfter: number } | null;
}

export function createFaults(): Faults {
  let shares = faultShares.parse({});
  let targeted: { fault: z.output<typeof targetedFault>; passed: number }[] = [];
  const counts = new Map<string, number>();
  const refusals = new Map<string, Refusal>();

  /** Between 0 and 1. It depends on seed, request and count alone, not on the order of requests. */
  const chance = (what: string, method: string, path: string, count: number): number =>
    createHash('sha256').update(`${shares.seed} ${what} ${method} ${path} ${count}`).digest().readUInt32BE() /
    2 ** 32;

  const aimed = (method: string, template: string): Effect | null => {
    for (const entry of targeted) {
      if (entry.fault.method !== method || entry.fault.path !== template) continue;
      if (entry.passed < entry.fault.after) {
        entry.passed += 1;
        return null;
      }
      targeted = targeted.filter((other) => other !== entry);
      return entry.fault.effect;
    }
    return null;
  };

  const drawn = (method: string, path: string): Effect | null => {
    if (shares.throttle + shares.fail + shares.afterWrite504 === 0) return null;
    const key = `${method} ${path}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (chance('throttle', method, path, count) < shares.throttle) return 'throttle';
    if (chance('fail', method, path, count) < shares.fail) return 'fail';
    if (method !== 'GET' && chance('504', method, path, count) < shares.afterWrite504) return 'after-504';
    return null;
  };

  return {
    set(wanted) {
      shares = faultShares.parse(wanted);
      counts.clear();
    },
    next(fault) {
      targeted = [...targeted, { fault: targetedFault.parse(fault), passed: 0 }];
    },
    refuse(mail, refusal) {
      if (refusal === null) refusals.delete(mail.toLowerCase());
      else refusals.set(mail.toLowerCase(), refusal);
    },
    refusal: (mail) => refusals.get(mail.toLowerCase()) ?? null,
    clear() {
      refusals.clear();
      shares = faultShares.parse({});
      targeted = [];
      counts.clear();
    },
    pending: () => ({
      shares,
      next: targeted.map(({ fault }) => fault),
      refuse: Object.fromEntries(refusals),
    }),
    choose(method, template, path) {
      // Only targeted faults hit a batch itself. Its requests are chosen one by one.
      const effect = aimed(method, template) ?? (template === '/$batch' ? null : drawn(method, path));
      return effect === null ? null : { effect, retryAfter: shares.retryAfter };
    },
  };
}
