import assert from 'node:assert/strict';
import { checkTenant } from '../../../core/operating/check-tenant.ts';
import { cures } from '../../../core/operating/cures.ts';
import { selfCheck, type SelfCheck } from '../../../core/api/self-check.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { ProbeAnswer, Probes } from '../../../core/ports/probes.ts';
import { defaultScheme } from '../../../core/records/scheme.ts';
import { memoryStorage } from '../../support/memory-storage.ts';

const now = Date.parse('2026-12-10T09:00:00Z');
const [tenant, app] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const caller = `${tenant}.33333333-3333-4333-8333-333333333333`;
const mailboxes = ['coffee@contoso.example', 'coffee-2@contoso.example'];

const answer = (status: number, code: string | null = null): ProbeAnswer => ({ status, code, at: now });
const roles = ['User.Read.All', 'Calendars.ReadBasic.All', 'Chat.Read.WhereInstalled'];
const rows = { rows: 3, oldest: 1, newest: 1, unreadable: 0, all: true };

/** A tenant in which all is well. */
const well: Probes = {
  tenant,
  app,
  stores: [{ kind: 'table', name: 'people', tryIt: async () => undefined }],
  rows: [{ table: 'people', look: async () => rows }],
  graphToken: async () => ({ tenant, app, roles }),
  botToken: async () => undefined,
  readUsers: async () => answer(200),
  readMail: async () => ({ answer: answer(200), mail: 'ann@contoso.example' }),
  readFreeBusy: async () => answer(200),
  readChat: async () => answer(200),
  readCalendar: async () => answer(200),
  writeCalendar: async () => answer(404, 'ErrorItemNotFound'),
};

interface Given {
  readonly probes?: Partial<Probes>;
  readonly poison?: number;
  readonly at?: string;
  readonly wait?: Ports['wait'];
}

async function check({ probes = {}, poison = 0, at, wait = () => new Promise(() => undefined) }: Given = {}) {
  const storage = memoryStorage();
  await storage.schemes.insert(defaultScheme(Date.parse('2026-12-10T08:30:00Z')));
  const ports = {
    storage,
    now: () => (at === undefined ? now : Date.parse(at)),
    wait,
    organisers: mailboxes,
    poison: { counts: async () => [{ queue: 'steps', messages: poison }] },
  };
  const found = await checkTenant(ports as unknown as Ports, { ...well, ...probes }, caller);
  return selfCheck.parse(found);
}

/** What is not well, as `check of: detail → cure`. */
function ills({ findings }: SelfCheck): string[] {
  return findings.flatMap(({ check: what, of, level, detail, cure }) =>
    cure === null ? [] : [`${level} ${[what, of].join(' ').trim()}: ${detail} → ${cure}`],
  );
}

const failure = (more: object) => Object.assign(new Error('ann@contoso.example may not'), more);
const fails = (more: object) => async () => Promise.reject(failure(more));

interface Fault {
  readonly what: string;
  readonly given: Given;
  /** `failed` when absent. */
  readonly level?: 'warning';
  readonly expected: readonly string[];
}

const faults: readonly Fault[] = [
  {
    what: 'a table that is missing',
    given: {
      probes: {
        stores: [{ kind: 'table', name: 'people', tryIt: fails({ statusCode: 404, code: 'TableNotFound' }) }],
      },
    },
    expected: [
      'storage table people: 404 TableNotFound → Make the table "people" in the storage account: the infrastructure makes all of them.',
    ],
  },
  {
    what: 'a queue that the managed identity has no role for',
    given: {
      probes: {
        stores: [
          {
            kind: 'queue',
            name: 'steps',
            tryIt: fails({
              statusCode: 403,
              code: 'RestError',
              details: { errorCode: 'AuthorizationPermissionMismatch' },
            }),
          },
        ],
      },
    },
    expected: [
      'storage queue steps: 403 AuthorizationPermissionMismatch → Give the managed identity the role "Storage Queue Data Contributor" on the storage account.',
    ],
  },
  {
    what: 'a firewall before the blobs',
    given: {
      probes: {
        stores: [
          {
            kind: 'container',
            name: 'rounds',
            tryIt: fails({ statusCode: 403, code: 'AuthorizationFailure' }),
          },
        ],
      },
    },
    expected: [
      'storage container rounds: 403 AuthorizationFailure → Let the function app through the firewall of the storage account.',
    ],
  },
  {
    what: 'rows that cannot be read, and rows of two versions',
    given: {
      probes: { rows: [{ table: 'people', look: async () => ({ ...rows, newest: 2, unreadable: 1 }) }] },
    },
    expected: [`rows people: 3 rows, versions 1 to 2, 1 unreadable → ${cures.rows}`],
  },
  {
    what: 'a permission that was taken off the app',
    given: {
      probes: {
        graphToken: async () => ({ tenant, app, roles: roles.slice(1) }),
        readUsers: async () => answer(403, 'Authorization_RequestDenied'),
      },
    },
    expected: [
      `token User.Read.All: not in the token, which lasts an hour → ${cures.users}`,
      `permission User.Read.All: 403 Authorization_RequestDenied → ${cures.users}`,
    ],
  },
  {
    what: 'a permission for every calendar of the tenant',
    given: {
      probes: { graphToken: async () => ({ tenant, app, roles: [...roles, 'Calendars.ReadWrite'] }) },
    },
    level: 'warning',
    expected: [`token Calendars.ReadWrite: in the token: for every mailbox → ${cures.tooMuch}`],
  },
  {
    what: 'a token of another tenant',
    given: { probes: { graphToken: async () => ({ tenant: app, app, roles }) } },
    expected: [`token: of another tenant or app than the settings name → ${cures.otherTenant}`],
  },
  {
    what: 'an app registration that does not trust the managed identity',
    given: {
      probes: { graphToken: fails({ errorCode: 'invalid_client', message: 'AADSTS700213: no match' }) },
    },
    expected: [`token: AADSTS700213 → ${cures.token}`],
  },
  {
    what: 'a bot without credentials',
    given: { probes: { botToken: fails({ errorCode: 'unauthorized_client' }) } },
    expected: [`bot: unauthorized_client → ${cures.bot}`],
  },
  {
    what: 'calendars that nobody let the app read',
    given: { probes: { readFreeBusy: async () => answer(200, 'ErrorNoFreeBusyAccess') } },
    expected: [`permission Calendars.ReadBasic.All: 200 ErrorNoFreeBusyAccess → ${cures.calendars}`],
  },
  {
    what: 'a coordinator without a mailbox',
    given: { probes: { readFreeBusy: async () => answer(200, 'ErrorMailRecipientNotFound') } },
    level: 'warning',
    expected: [`permission Calendars.ReadBasic.All: 200 ErrorMailRecipientNotFound → ${cures.ownCalendar}`],
  },
  {
    what: 'a coordinator who has not added the app',
    given: { probes: { readChat: async () => answer(404, 'NotFound') } },
    level: 'warning',
    expected: [`permission Chat.Read.WhereInstalled: 404 NotFound → ${cures.ownChat}`],
  },
  {
    what: 'one of two mailboxes that was deleted',
    given: {
      probes: {
        readCalendar: async (mailbox: string) =>
          mailbox === mailboxes[0] ? answer(404, 'MailboxNotEnabledForRESTAPI') : answer(200),
      },
    },
    expected: [`mailbox 1 of 2: cannot be read: 404 MailboxNotEnabledForRESTAPI → ${cures.mailboxMissing}`],
  },
  {
    what: 'mailboxes that can only be read',
    given: { probes: { writeCalendar: async () => answer(403, 'ErrorAccessDenied') } },
    expected: [1, 2].map(
      (number) => `mailbox ${number} of 2: cannot be written: 403 ErrorAccessDenied → ${cures.mailboxClosed}`,
    ),
  },
  {
    what: 'a clock that is ten minutes behind',
    given: { at: '2026-12-10T08:50:00Z' },
    expected: [`clock: 600 s behind Microsoft Graph → ${cures.clock}`],
  },
  {
    what: 'a clock that is two minutes ahead',
    given: { at: '2026-12-10T09:02:00Z' },
    level: 'warning',
    expected: [`clock: 120 s ahead of Microsoft Graph → ${cures.clock}`],
  },
  {
    what: 'messages that were given up',
    given: { poison: 2 },
    expected: [`poison steps: 2 messages → ${cures.poison}`],
  },
];

describe('checkTenant', () => {
  it('finds nothing to mend where all is well, and looks at everything', async () => {
    const found = await check();
    assert.deepEqual([found.level, ills(found)], ['ok', []]);
    const checks = new Set(found.findings.map(({ check: what }) => what));
    assert.deepEqual([...checks].sort(), [
      'bot',
      'clock',
      'graph',
      'mailbox',
      'permission',
      'poison',
      'rounds',
      'rows',
      'storage',
      'token',
    ]);
    assert.equal(
      found.findings.find(({ check: what }) => what === 'rounds')?.detail,
      'next: call of 2026-12-14 at 2026-12-10T09:00:00.000Z',
    );
  });

  for (const { what, given, level = 'failed', expected } of faults) {
    it(`finds ${what}, says how to mend it, and finds nothing else`, async () => {
      const found = await check(given);
      assert.deepEqual(
        ills(found),
        expected.map((line) => `${level} ${line}`),
      );
      assert.equal(found.level, level);
    });
  }

  it('finds a round that should have been paired two hours ago', async () => {
    const found = await check({ at: '2026-12-10T12:00:00Z' });
    const late = 'pair of 2026-12-14 is due since 2026-12-10T10:00:00.000Z, 120 minutes';
    assert.ok(
      ills(found).includes(`failed rounds unmentoring: ${late} → ${cures.rounds}`),
      ills(found).join('\n'),
    );
  });

  it('says once of each thing that Graph does not answer, and goes on with the others', async () => {
    const refused = fails({ message: 'fetch failed', cause: failure({ code: 'ECONNREFUSED' }) });
    const names = [
      'readUsers',
      'readMail',
      'readFreeBusy',
      'readChat',
      'readCalendar',
      'writeCalendar',
    ] as const;
    const probes = Object.fromEntries(names.map((name) => [name, refused]));
    const found = await check({ probes });
    assert.deepEqual(
      found.findings
        .filter(({ level }) => level === 'failed')
        .map(({ check: what, of, detail }) => `${what} ${of ?? ''} ${detail}`),
      [
        'graph  ECONNREFUSED',
        'permission User.Read.All ECONNREFUSED',
        'permission Calendars.ReadBasic.All ECONNREFUSED',
        'permission Chat.Read.WhereInstalled ECONNREFUSED',
        'mailbox 1 of 2 ECONNREFUSED',
        'mailbox 2 of 2 ECONNREFUSED',
      ],
    );
    assert.ok(found.findings.some(({ check: what, level }) => what === 'storage' && level === 'ok'));
  });

  it('waits for no check longer than its limit', async () => {
    const waits: { readonly milliseconds: number; readonly end: () => void }[] = [];
    const found = check({
      probes: { botToken: () => new Promise(() => undefined) },
      wait: (milliseconds) => new Promise((resolve) => waits.push({ milliseconds, end: resolve })),
    });
    let done = false;
    void found.then(() => (done = true));
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(done, false);
    for (const { milliseconds, end } of waits) if (milliseconds === 20_000) end();
    assert.deepEqual(ills(await found), [`failed bot: no answer within 20 seconds → ${cures.bot}`]);
  });

  it('gives away no mail address, name or text of a neighbour', async () => {
    const found = await check({ probes: { botToken: fails({}), readUsers: fails({ code: 'ETIMEDOUT' }) } });
    assert.doesNotMatch(JSON.stringify(found), /contoso|ann|coffee/i);
  });
});
