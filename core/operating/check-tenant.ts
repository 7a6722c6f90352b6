import { nextStep } from '../clockwork/next-step.ts';
import { overdueSteps } from '../clockwork/overdue-steps.ts';
import type { Ports } from '../ports/ports.ts';
import type { ProbeAnswer, Probes, RowsProbe, StoreProbe } from '../ports/probes.ts';
import type { PersonId } from '../records/person.ts';
import type { Round } from '../records/round.ts';
import type { StepWork } from '../records/work.ts';
import { leaveOut } from '../shared/leave-out.ts';
import { toIso } from '../time/instant.ts';
import { minute } from '../time/interval.ts';
import { cureOfGraph, cureOfStorage, cures } from './cures.ts';
import {
  findingOfClock,
  findingOfMailbox,
  findingOfPermission,
  findingsOfToken,
  isIll,
  isWell,
} from './decide-findings.ts';
import { reasonText } from './reason-of.ts';
import { type Check, runChecks } from './run-checks.ts';
import type { Finding, SelfCheck } from '../api/self-check.ts';

/** Seconds that a check may take; and one that looks through a table. */
const [limit, limitOfRows] = [20, 90];

const mostOrganisersTried = 3;

/**
 * Whether the product has everything that it needs of its tenant and its storage. It changes nothing that people could notice.
 * @param caller with their own calendar and chat it is tried whether those of people can be read
 */
export async function checkTenant(ports: Ports, probes: Probes, caller: PersonId): Promise<SelfCheck> {
  const { organisers } = ports;
  const checks = [
    ...probes.stores.map(ofStore),
    ofToken(probes),
    ofBot(probes),
    ofGraph(ports, probes),
    ofUsers(probes),
    ofFreeBusy(ports, probes, caller),
    ofChat(probes, caller),
    ...organisers.map((mailbox, i) => ofMailbox(probes, mailbox, `${i + 1} of ${organisers.length}`)),
    ofRounds(ports),
    ofPoison(ports),
    ...probes.rows.map(ofRows),
  ];
  const findings = await runChecks(ports, checks);
  const worst = (['failed', 'warning'] as const).find((level) =>
    findings.some((finding) => finding.level === level),
  );
  return { at: toIso(ports.now()), level: worst ?? 'ok', findings };
}

function ofStore({ kind, name, tryIt }: StoreProbe): Check {
  const of = `${kind} ${name}`;
  return {
    check: 'storage',
    of,
    limit,
    cure: (reason) => cureOfStorage(kind, name, reason),
    async run() {
      await tryIt();
      return [isWell('storage', of, 'can be read and written')];
    },
  };
}

function ofRows({ table, look }: RowsProbe): Check {
  return {
    check: 'rows',
    of: table,
    limit: limitOfRows,
    cure: () => cures.rowsNotRead,
    async run() {
      const { rows, oldest, newest, unreadable, all } = await look();
      const versions =
        oldest === null
          ? 'no version'
          : oldest === newest
            ? `version ${oldest}`
            : `versions ${oldest} to ${newest}`;
      const detail = `${all ? '' : 'the first '}${rows} rows, ${versions}, ${unreadable} unreadable`;
      return [unreadable === 0 ? isWell('rows', table, detail) : isIll('rows', table, detail, cures.rows)];
    },
  };
}

function ofToken(probes: Probes): Check {
  return {
    check: 'token',
    of: null,
    limit,
    cure: () => cures.token,
    run: async () => findingsOfToken(probes, await probes.graphToken()),
  };
}

function ofBot(probes: Probes): Check {
  return {
    check: 'bot',
    of: null,
    limit,
    cure: () => cures.bot,
    async run() {
      await probes.botToken();
      return [isWell('bot', null, 'has a token for the Bot Framework')];
    },
  };
}

/** A check that asks Graph. A failure to get an answer is cured the same way everywhere. */
function asking(check: Finding['check'], of: string | null, run: Check['run']): Check {
  return { check, of, limit, run, cure: (reason) => cureOfGraph(reason, cures.token) };
}

function ofGraph({ now }: Ports, probes: Probes): Check {
  return asking('graph', null, async () => {
    const before = now();
    const answer = await probes.readUsers();
    const clock = findingOfClock(answer.at, (before + now()) / 2);
    const detail = reasonText(answer);
    // A refusal is an answer: what may be read is for the checks of the permissions to say.
    return answer.status < 500 && answer.status !== 429
      ? [isWell('graph', null, 'answers'), clock]
      : [isIll('graph', null, detail, cureOfGraph(answer, cures.users)), clock];
  });
}

function ofUsers(probes: Probes): Check {
  const permission = 'User.Read.All';
  return asking('permission', permission, async () => [
    findingOfPermission(permission, await probes.readUsers()),
  ]);
}

/** It is asked in the name of an organiser's mailbox that can be read: a broken one says nothing about the permission. */
function ofFreeBusy({ organisers }: Ports, probes: Probes, caller: PersonId): Check {
  const permission = 'Calendars.ReadBasic.All';
  const notTried = (why: string, cure: string) => [
    isIll('permission', permission, `could not be tried: ${why}`, cure, 'warning'),
  ];
  return asking('permission', permission, async () => {
    const { answer, mail } = await probes.readMail(caller);
    if (mail === null)
      return notTried(
        `your mail address cannot be read, ${reasonText(answer)}`,
        cureOfGraph(answer, cures.users),
      );
    for (const organiser of organisers.slice(0, mostOrganisersTried)) {
      if ((await probes.readCalendar(organiser)).status === 200)
        return [findingOfPermission(permission, await probes.readFreeBusy(organiser, mail))];
    }
    return notTried('no mailbox can be read', cures.mailboxesFirst);
  });
}

function ofChat(probes: Probes, caller: PersonId): Check {
  const permission = 'Chat.Read.WhereInstalled';
  return asking('permission', permission, async () => [
    findingOfPermission(permission, await probes.readChat(caller)),
  ]);
}

function ofMailbox(probes: Probes, mailbox: string, of: string): Check {
  return asking('mailbox', of, async () => {
    const read = await probes.readCalendar(mailbox);
    const written: ProbeAnswer | null = read.status === 200 ? await probes.writeCalendar(mailbox) : null;
    return [findingOfMailbox(of, read, written)];
  });
}

function ofRounds({ storage, now }: Ports): Check {
  return {
    check: 'rounds',
    of: null,
    limit,
    cure: () => cures.roundsNotRead,
    async run() {
      const findings: Finding[] = [];
      for await (const { value: scheme } of storage.schemes.list(null, leaveOut)) {
        const rounds: Round[] = [];
        for await (const { value } of storage.rounds.list({ scheme: scheme.id }, leaveOut))
          rounds.push(value);
        const overdue = overdueSteps(scheme, rounds, now());
        const said = ({ kind, round }: StepWork) => `${kind} of ${round}`;
        for (const { step, since } of overdue) {
          const late = `${said(step)} is due since ${toIso(since)}, ${Math.floor((now() - since) / minute)} minutes`;
          findings.push(isIll('rounds', scheme.id, late, cures.rounds));
        }
        const { step, at } = nextStep(scheme, rounds, now());
        if (overdue.length === 0)
          findings.push(isWell('rounds', scheme.id, `next: ${said(step)} at ${toIso(at)}`));
      }
      return findings.length > 0
        ? findings
        : [isWell('rounds', null, 'no scheme yet: the first tick makes it')];
    },
  };
}

function ofPoison({ poison }: Ports): Check {
  return {
    check: 'poison',
    of: null,
    limit,
    cure: () => cures.poisonNotRead,
    run: async () =>
      (await poison.counts()).map(({ queue, messages }) =>
        messages === 0
          ? isWell('poison', queue, 'none')
          : isIll('poison', queue, `${messages} messages`, cures.poison),
      ),
  };
}
