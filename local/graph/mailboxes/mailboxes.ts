import type { Mailbox } from './mailbox.ts';

/** Every mailbox of the organisation. Mails and ids are compared without regard to case. */
export interface Mailboxes {
  byMail(mail: string): Mailbox | undefined;
  byOid(oid: string): Mailbox | undefined;
  /** By object id or mail, which is the user principal name as well. */
  find(idOrMail: string): Mailbox | undefined;
  /** Removes a mailbox with everything in it. */
  remove(mailbox: Mailbox): void;
}

export function indexMailboxes(all: readonly Mailbox[]): Mailboxes {
  const mails = new Map(all.map((mailbox) => [mailbox.owner.mail.toLowerCase(), mailbox]));
  const oids = new Map(all.map((mailbox) => [mailbox.owner.oid.toLowerCase(), mailbox]));
  const byMail = (mail: string): Mailbox | undefined => mails.get(mail.toLowerCase());
  const byOid = (oid: string): Mailbox | undefined => oids.get(oid.toLowerCase());
  return {
    byMail,
    byOid,
    find: (idOrMail) => byOid(idOrMail) ?? byMail(idOrMail),
    remove({ owner }) {
      mails.delete(owner.mail.toLowerCase());
      oids.delete(owner.oid.toLowerCase());
    },
  };
}
