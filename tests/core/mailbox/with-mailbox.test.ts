import assert from 'node:assert/strict';
import sinon from 'sinon';
import { newMailbox } from '../../../core/mailbox/change-mailbox.ts';
import { wake } from '../../../core/mailbox/wake.ts';
import type { MailboxPorts } from '../../../core/mailbox/hold-mailbox.ts';
import {
  askMailbox,
  EveryMailboxRefuses,
  readAtMailbox,
  withMailbox,
} from '../../../core/mailbox/with-mailbox.ts';
import type { Mailbox } from '../../../core/records/mailbox.ts';
import { memoryStorage } from '../../support/memory-storage.ts';

const one = 'coffee-1@contoso.example';
const two = 'coffee-2@contoso.example';
const minute = 60_000;
const ten = Date.parse('2026-12-10T10:00:00Z');

describe('withMailbox', () => {
  let clock: number;
  let ports: MailboxPorts;
  beforeEach(() => {
    clock = ten;
    ports = {
      storage: memoryStorage(),
      now: () => clock,
      lease: 120_000,
      wait: async (milliseconds) => {
        clock += milliseconds;
      },
      log: sinon.spy(),
      organisers: [one, two],
    };
  });

  const stored = async (mailbox = one): Promise<Mailbox | undefined> =>
    (await ports.storage.mailboxes.get(mailbox))?.value;
  const read = (mailboxes: readonly string[]) =>
    withMailbox(ports, mailboxes, 'reading', async (mailbox) => mailbox);

  it('works at the first mailbox, whose record says so meanwhile', async () => {
    const work = async (mailbox: string) => {
      assert.deepEqual(await stored(mailbox), {
        ...newMailbox(one),
        holder: `reading@${ten}`,
        until: ten + 120_000,
      });
      return 'read';
    };
    assert.equal(await withMailbox(ports, [one, two], 'reading', work), 'read');
    const after = await stored();
    assert.deepEqual([after?.holder, after?.minute], [null, 0], 'reading sends nothing');
  });

  it('works at the first mailbox that is free, without waiting', async () => {
    await withMailbox(ports, [one], 'sending', async () => {
      assert.equal(await read([one, two]), two);
    });
    assert.equal(clock, ten);
  });

  it('waits until a mailbox is free, and logs that once', async () => {
    const { promise, resolve: end } = Promise.withResolvers<undefined>();
    const first = withMailbox(ports, [one], 'sending', () => promise);
    while ((await stored())?.holder !== `sending@${ten}`) await Promise.resolve();
    const wait = async (milliseconds: number) => {
      clock += milliseconds;
      if (clock !== ten + 3_000) return;
      end(undefined);
      await first;
    };
    const found = await withMailbox({ ...ports, wait }, [one], 'reading', async (mailbox) => mailbox);
    assert.deepEqual([found, clock], [one, ten + 3_000]);
    assert.deepEqual((ports.log as sinon.SinonSpy).args, [
      ['waiting for a mailbox', { what: 'reading', mailboxes: 1 }],
    ]);
  });

  it('takes over from a worker that died, which may have sent until its hold ended', async () => {
    await ports.storage.mailboxes.insert({
      ...newMailbox(one),
      holder: 'dead',
      until: ten + 50_000,
      minute: ten,
      sentInMinute: 30,
    });
    assert.equal(await read([one]), one);
    assert.equal(clock, ten + 50_000);
    assert.equal((await stored())?.minute, ten + 50_000);
  });

  it('does not end the hold of the worker that took over from it', async () => {
    await withMailbox(ports, [one], 'slow', async () => {
      clock += 120_000;
      const other = await ports.storage.mailboxes.get(one);
      assert.ok(other);
      await ports.storage.mailboxes.replace(
        { ...other.value, holder: 'other', until: clock + 1 },
        other.version,
      );
    });
    assert.equal((await stored())?.holder, 'other');
  });

  it('fails when all mailboxes are held for longer than a hold can last', async () => {
    for (const mailbox of [one, two]) {
      await ports.storage.mailboxes.insert({ ...newMailbox(mailbox), holder: 'x', until: ten + 600_000 });
    }
    await assert.rejects(read([one, two]), /reading found all 2 mailboxes held for 130 seconds/);
    assert.equal(clock, ten + 130_000);
  });

  it('ends the hold of work that fails', async () => {
    const out = new Error('out of order');
    await assert.rejects(
      withMailbox(ports, [one], 'reading', async () => Promise.reject(out)),
      out,
    );
    const after = await stored();
    assert.deepEqual([after?.holder, after?.next], [null, null]);
  });

  it('goes on to the next mailbox when one refuses, and leaves that one alone for an hour', async () => {
    const asked: string[] = [];
    const work = async (mailbox: string) => {
      asked.push(mailbox);
      return mailbox === one ? ('mailbox-gone' as const) : 'read';
    };
    for (const at of [ten, ten + 59 * minute, ten + 60 * minute]) {
      clock = at;
      assert.equal(await withMailbox(ports, [one, two], 'reading', work), 'read');
    }
    assert.deepEqual(asked, [one, two, two, one, two]);
  });

  it('says so when all refuse, and when the first works again', async () => {
    const gone = async () => 'mailbox-gone' as const;
    assert.equal(await withMailbox(ports, [one, two], 'reading', gone), 'mailbox-gone');
    await assert.rejects(readAtMailbox(ports, [one, two], 1, gone), EveryMailboxRefuses);
    clock += 60 * minute;
    assert.equal(await readAtMailbox(ports, [one, two], 2, async (mailbox) => mailbox), one);
    assert.equal((await stored())?.goneUntil, null);
  });

  it('raises an alarm when a mailbox begins to refuse, and each hour for the first alone', async () => {
    const alarms: unknown[] = [];
    const log: MailboxPorts['log'] = (event, fields) => alarms.push(`${event} ${fields?.mailbox ?? ''}`);
    for (let hour = 0; hour < 3; hour++) {
      await withMailbox({ ...ports, log }, [one, two], 'reading', async () => 'mailbox-gone' as const);
      clock += 60 * minute;
    }
    assert.deepEqual(alarms, ['alarm 1', 'alarm 2', 'alarm 1', 'alarm 1']);
  });

  it('raises one alarm though somebody woke the mailbox meanwhile, or others asked at the same time', async () => {
    await withMailbox(ports, [one], 'reading', async () => {
      await wake({ ...ports, queue: { put: async () => undefined } }, one);
      return 'mailbox-gone' as const;
    });
    assert.ok((ports.log as sinon.SinonSpy).calledOnceWith('alarm'));
    const record = newMailbox(two);
    await Promise.all([1, 2].map(async () => askMailbox(ports, record, async () => 'mailbox-gone' as const)));
    assert.equal((ports.log as sinon.SinonSpy).callCount, 2);
  });

  describe('askMailbox', () => {
    const ask = async (answer: 'mailbox-gone' | 'read') =>
      askMailbox(ports, (await stored()) ?? newMailbox(one), async () => answer);

    it('asks without writing, also while another worker holds the mailbox', async () => {
      await withMailbox(ports, [one], 'sending', async () => {
        const before = await ports.storage.mailboxes.get(one);
        assert.equal(await ask('read'), 'read');
        assert.deepEqual(await ports.storage.mailboxes.get(one), before);
      });
      assert.equal(clock, ten);
    });

    it('leaves a mailbox that refuses alone for an hour, and records when it works again', async () => {
      assert.equal(await ask('mailbox-gone'), 'mailbox-gone');
      clock += 59 * minute;
      assert.equal(await ask('read'), 'mailbox-gone');
      clock += minute;
      assert.equal(await ask('read'), 'read');
      assert.equal((await stored())?.goneUntil, null);
      assert.ok((ports.log as sinon.SinonSpy).calledOnceWith('alarm'));
    });
  });
});
