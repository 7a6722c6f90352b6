import { callRound } from '../calling/call-round.ts';
import type { Ports } from '../ports/ports.ts';
import type { StepWork } from '../records/work.ts';
import { carryOutRound } from '../outstanding/carry-out-round.ts';
import { closeRound } from '../closing/close-round.ts';
import { EveryMailboxRefuses } from '../mailbox/with-mailbox.ts';
import { lookAfterRound } from '../mending/look-after-round.ts';
import { nudgeRound } from '../nudging/nudge-round.ts';
import { pairRound } from '../pairing/pair-round.ts';
import { makeDraft } from '../previewing/make-draft.ts';
import { reportClosed, reportLook } from '../reporting/report-round.ts';

/**
 * Does one step of a round. While every mailbox refuses, it ends without effect: a later tick finds the step still due, and
 * whoever found the refusal raised an alarm.
 */
export async function doStep(ports: Ports, step: StepWork): Promise<void> {
  try {
    await carryOut(ports, step);
  } catch (error) {
    if (!(error instanceof EveryMailboxRefuses)) throw error;
  }
}

async function carryOut(ports: Ports, { kind, scheme, round }: StepWork): Promise<void> {
  switch (kind) {
    case 'call':
      return callRound(ports, scheme, round);
    case 'draft':
      return makeDraft(ports, scheme, round);
    case 'pair':
      return pairRound(ports, scheme, round);
    case 'carry-out':
      return carryOutRound(ports, scheme, round);
    case 'look-after': {
      const looked = await lookAfterRound(ports, scheme, round);
      if (looked === null) return;
      await nudgeRound(ports, looked.scheme, looked.round, looked.pairings);
      return reportLook(ports, looked.scheme, looked.round, looked);
    }
    case 'look-ahead':
      await lookAfterRound(ports, scheme, round, 'soon');
      return;
    case 'look-at-changes':
      await lookAfterRound(ports, scheme, round, 'none');
      return;
    case 'close':
      await closeRound(ports, scheme, round);
      return reportClosed(ports, scheme, round);
  }
}
