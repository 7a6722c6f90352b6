import assert from 'node:assert/strict';
import { QueueClient } from '@azure/storage-queue';
import { openClock, type Clock } from '../../../local/host/product-clock.ts';
import { startTriggerHost, type TriggerHost } from '../../../local/host/trigger-host.ts';
import { WorkerEnded, type WorkerProcess } from '../../../local/host/worker-process.ts';
import { useAzurite } from '../../support/azurite.ts';
import { useFolder } from '../../support/folder.ts';

describe('startTriggerHost (Azurite)', () => {
  const azurite = useAzurite();
  const { at } = useFolder();
  let clock: Clock;
  let host: TriggerHost;
  /** The calls, each with its minute on the product's clock. */
  let calls: string[];
  let failures: Error[];

  /** A worker with a timer every quarter of an hour, which puts a step into the queue. */
  function worker(): WorkerProcess {
    const queue = new QueueClient(azurite().connectionString, 'steps');
    return {
      functions: [
        { name: 'clock', bindings: { timer: { type: 'timerTrigger', schedule: '0 */15 * * * *' } } },
        { name: 'do-step', bindings: { message: { type: 'queueTrigger', queueName: 'steps' } } },
      ],
      async invoke(name, data) {
        const failure = name === 'clock' ? failures.shift() : undefined;
        if (failure !== undefined) throw failure;
        calls.push(
          `${new Date(clock.now()).toISOString().slice(11, 16)} ${name === 'clock' ? name : (data.string ?? '')}`,
        );
        if (name === 'clock') await queue.sendMessage(Buffer.from('step').toString('base64'));
        return null;
      },
      stop: async () => undefined,
    };
  }

  beforeEach(async () => {
    calls = [];
    failures = [];
    clock = await openClock(at('clock.json'), Date.parse('2026-12-10T09:31:00Z'));
    host = startTriggerHost(
      worker(),
      azurite().connectionString,
      { batchSize: 16, maxDequeueCount: 5 },
      clock,
      () => undefined,
    );
  });
  afterEach(() => host.stop());

  it('runs every tick that falls due, in order, each with its work done before the next', async () => {
    assert.equal(await host.advanceTo(Date.parse('2026-12-10T10:20:00Z')), 3);
    assert.deepEqual(calls, [
      '09:45 clock',
      '09:45 step',
      '10:00 clock',
      '10:00 step',
      '10:15 clock',
      '10:15 step',
    ]);
    assert.equal(new Date(clock.now()).toISOString().slice(0, 16), '2026-12-10T10:20');
    const kept = await openClock(at('clock.json'), null);
    assert.equal(new Date(kept.now()).toISOString().slice(0, 16), '2026-12-10T10:20', 'saved');
  });

  it('runs the tick of the instant itself, and none twice', async () => {
    assert.equal(await host.advanceTo(Date.parse('2026-12-10T10:00:00Z')), 2);
    assert.equal(await host.advanceTo(Date.parse('2026-12-10T10:01:00Z')), 0);
    assert.equal(calls.length, 4);
  });

  it('runs once the ticks that were missed while the clock was moved', async () => {
    clock.moveTo(Date.parse('2026-12-10T11:05:00Z'));
    await host.advanceTo(Date.parse('2026-12-10T11:20:00Z'));
    assert.deepEqual(calls, ['11:05 clock', '11:05 step', '11:15 clock', '11:15 step']);
  });

  it('runs simultaneous advances one after the other', async () => {
    await Promise.all(['10:00', '10:30'].map((at) => host.advanceTo(Date.parse(`2026-12-10T${at}:00Z`))));
    assert.deepEqual(
      calls.filter((call) => call.endsWith('clock')),
      ['09:45 clock', '10:00 clock', '10:15 clock', '10:30 clock'],
    );
  });

  it('does the waiting work before the clock moves on', async () => {
    const queue = new QueueClient(azurite().connectionString, 'steps');
    await queue.sendMessage(Buffer.from('step').toString('base64'));
    await host.advanceTo(Date.parse('2026-12-10T09:45:00Z'));
    assert.deepEqual(calls, ['09:31 step', '09:45 clock', '09:45 step']);
  });

  it('refuses to go back, and goes on afterwards', async () => {
    await assert.rejects(host.advanceTo(Date.parse('2026-12-10T09:00:00Z')), RangeError);
    assert.equal(await host.advanceTo(Date.parse('2026-12-10T09:45:00Z')), 1);
  });

  it('goes on until something is so, by the ticks that have work alone, and no further than it was told', async () => {
    const [busy, later, latest] = ['10:00', '11:00', '12:10'].map((at) => Date.parse(`2026-12-10T${at}:00Z`));
    const until = (calledTo: number) => ({
      isReached: () => calls.length >= calledTo,
      nextWork: async (ticks: Iterable<number>) =>
        [...ticks].find((at) => at === busy || at === later) ?? null,
    });
    assert.equal(await host.advanceUntil(latest ?? 0, until(2)), 1);
    assert.deepEqual(calls, ['10:00 clock', '10:00 step']);
    assert.equal(await host.advanceUntil(latest ?? 0, until(9)), 1);
    assert.deepEqual(calls.slice(2), ['11:00 clock', '11:00 step']);
    assert.equal(new Date(clock.now()).toISOString().slice(11, 16), '12:10');
    assert.equal(await host.advanceTo(Date.parse('2026-12-10T12:15:00Z')), 1, 'the next tick is due as ever');
  });

  it('ticks at once when asked, with the work that follows', async () => {
    await host.tick();
    assert.deepEqual(calls, ['09:31 clock', '09:31 step']);
  });

  it('makes a call again that the worker’s end cut short, and does not repeat one that failed', async () => {
    failures = [new WorkerEnded('killed'), new WorkerEnded('killed')];
    await host.tick();
    assert.deepEqual(calls, ['09:31 clock', '09:31 step']);
    failures = [new Error('tables are out')];
    await host.tick();
    assert.deepEqual(calls.length, 2);
  });
});
