import type { OnUnreadable } from '../ports/storage.ts';

/** For reading on without a record that cannot be read: storage has logged it. */
export const leaveOut: OnUnreadable = () => undefined;
