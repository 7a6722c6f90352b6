import { CronExpressionParser } from 'cron-parser';
import type { Log } from '../../core/ports/ports.ts';
import type { Clock } from './product-clock.ts';
import type { BindingInfo, RpcTypedData } from './functions-core.ts';
import { queueTrigger, type QueueRules } from './queue-trigger.ts';
import { repeatIfEnded, type WorkerProcess } from './worker-process.ts';

export interface TriggerHost {
  /**
   * Moves the clock to an instant (epoch milliseconds). It stops at every tick that falls due on the way, and goes on
   * when the tick's work is done.
   * @returns the number of ticks
   * @throws RangeError when the instant is in the past
   */
  advanceTo(instant: number): Promise<number>;
  /**
   * The same, but it ends as soon as something is so, and leaves out ticks that would do nothing.
   * @param instant where it ends at the latest
   */
  advanceUntil(instant: number, until: Until): Promise<number>;
  /** Calls every timer once, now, and does the work that follows. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

interface Until {
  /** Is asked at the beginning and after each tick's work. */
  readonly isReached: () => boolean | Promise<boolean>;
  /** The first of some ticks (epoch milliseconds, in order) that does something; null: none does. */
  readonly nextWork: (ticks: Iterable<number>) => Promise<number | null>;
}

/** Poll interval of the queues in milliseconds, while they seem empty. */
const idle = 500;

/** Runs the timers and queues of the function app, on the product's clock. */
export function startTriggerHost(
  worker: WorkerProcess,
  storage: string,
  rules: QueueRules,
  clock: Clock,
  log: Log,
): TriggerHost {
  const timers = triggersOf(worker, 'timerTrigger').map((timer) => ({
    ...timer,
    due: dueAfter(timer.binding, clock.now()),
  }));
  const queues = triggersOf(worker, 'queueTrigger').map(({ name, binding }) =>
    queueTrigger(storage, binding.queueName ?? '', rules, (data) => worker.invoke(name, data), log),
  );

  let stopped = false;

  /** The next instant at which a timer is due. */
  const nextDue = () => Math.min(...timers.map(({ due }) => due));

  /** The functions of one queue may fill another, so it ends when all queues were empty in one look. */
  async function drain(): Promise<void> {
    const halted = () => stopped;
    while ((await Promise.all(queues.map((queue) => queue.drain(halted)))).includes(true) && !stopped);
  }

  async function tick(called = timers): Promise<void> {
    for (const { name } of called) await callTimer(worker, name, log);
    await drain();
  }

  /** Calls the timers that are due. One that is past due is called once, however often it was missed. */
  async function tickDue(): Promise<void> {
    const now = clock.now();
    const called = timers.filter(({ due }) => due <= now);
    for (const timer of called) timer.due = dueAfter(timer.binding, now);
    await tick(called);
  }

  // One tick after another, whoever asks for it.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const result = last.then(step, step);
    last = result;
    return result;
  };

  let alarm: NodeJS.Timeout;
  /** The ticks of all timers that are due until an instant, in order. */
  function* ticksUntil(instant: number): Generator<number> {
    for (let at = nextDue(); at <= instant;) {
      yield at;
      const now = at;
      at = Math.min(...timers.map(({ due, binding }) => (due > now ? due : dueAfter(binding, now))));
    }
  }

  /** Leaves out the ticks before an instant. */
  const skipTo = (instant: number) => {
    for (const timer of timers) if (timer.due < instant) timer.due = dueAfter(timer.binding, instant - 1);
  };

  const advance = (instant: number, until: Until | null) =>
    inTurn(async () => {
      if (instant < clock.now()) clock.moveTo(instant);
      // First the work that was asked for until now, at the present time.
      await drain();
      for (let ticks = 0; ; ticks++) {
        if (stopped || (await until?.isReached())) return ticks;
        // A timer that is past due is called, whatever is to be done.
        if (until !== null && nextDue() > clock.now())
          skipTo((await until.nextWork(ticksUntil(instant))) ?? instant + 1);
        if (nextDue() > instant) {
          if (instant > clock.now()) clock.moveTo(instant);
          return ticks;
        }
        if (nextDue() > clock.now()) clock.moveTo(nextDue());
        await tickDue();
      }
    });
  /** Looks at the queues, and at the clock, which may have reached the next tick. Saves the clock. */
  const look = async () => {
    if (clock.now() >= nextDue()) await inTurn(tickDue);
    await Promise.all(queues.map((queue) => queue.poll()));
    clock.save();
  };
  const arm = () => {
    if (stopped) return;
    alarm = setTimeout(() => {
      looking = look()
        .catch((error: unknown) => {
          log('looking at the queues failed', { reason: String(error) });
        })
        .finally(arm);
    }, idle);
  };
  let looking: Promise<unknown> = Promise.resolve();
  arm();

  return {
    tick: () => inTurn(() => tick()),
    advanceTo: (instant) => advance(instant, null),
    advanceUntil: advance,
    async stop() {
      stopped = true;
      clearTimeout(alarm);
      await Promise.allSettled([last, looking]);
    },
  };
}

/** When a timer is due next after an instant. Both in epoch milliseconds. */
function dueAfter({ schedule }: BindingInfo, after: number): number {
  return CronExpressionParser.parse(schedule ?? '', { currentDate: new Date(after), tz: 'UTC' })
    .next()
    .getTime();
}

function triggersOf({ functions }: WorkerProcess, type: string): { name: string; binding: BindingInfo }[] {
  return functions.flatMap(({ name, bindings }) =>
    Object.values(bindings)
      .filter((binding) => binding.type === type)
      .map((binding) => ({ name, binding })),
  );
}

const timerData: RpcTypedData = { json: JSON.stringify({ IsPastDue: false, ScheduleStatus: null }) };

/** Calls a timer once. Only a call that the worker's end cut short is repeated: Azure Functions finds it past due. */
async function callTimer(worker: WorkerProcess, name: string, log: Log): Promise<void> {
  try {
    await repeatIfEnded(() => worker.invoke(name, timerData));
  } catch (error) {
    log('timer failed', { name, reason: String(error) });
  }
}
