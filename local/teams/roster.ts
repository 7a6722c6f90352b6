import type { Employee } from '../organisation/employee.ts';

/** Somebody in Teams: their account and their one chat with the bot. */
export interface Member {
  readonly employee: Employee;
  /** The id of the account in Teams, as bots get it. */
  readonly account: string;
  readonly conversation: string;
}

export interface Roster {
  readonly members: readonly Member[];
  /** Mail addresses are compared without regard to case. */
  byMail(mail: string): Member | null;
  byOid(oid: string): Member | null;
  byAccount(account: string): Member | null;
  byConversation(conversation: string): Member | null;
}

/** Ids are made from the object id, so they are the same at every start. */
export function createRoster(employees: readonly Employee[]): Roster {
  const members = employees.map((employee) => ({
    employee,
    account: `29:${employee.oid}`,
    conversation: `a:${employee.oid}`,
  }));
  const index = (key: (member: Member) => string): ((wanted: string) => Member | null) => {
    const byKey = new Map(members.map((member) => [key(member), member]));
    return (wanted) => byKey.get(wanted) ?? null;
  };
  const byMail = index(({ employee }) => employee.mail.toLowerCase());
  const byOid = index(({ employee }) => employee.oid.toLowerCase());
  return {
    members,
    byMail: (mail) => byMail(mail.trim().toLowerCase()),
    byOid: (oid) => byOid(oid.toLowerCase()),
    byAccount: index(({ account }) => account),
    byConversation: index(({ conversation }) => conversation),
  };
}
