import type { Participant } from '../records/participant.ts';
import type { Caller } from './caller.ts';

type Command = 'join' | 'leave' | 'pause' | 'call';

/** How many commands are remembered. Teams repeats an activity within minutes. */
const remembered = 5;

/** Whether a command was carried out before: Teams sent its activity again. */
export function isRepeated(current: Participant | null, command: Command, caller: Caller): boolean {
  const commands = current?.commands ?? [];
  return caller.activity !== undefined && commands.includes(`${command} ${caller.activity}`);
}

/** The participant with a command added to those that were carried out. */
export function noted(changed: Participant, command: Command, { activity }: Caller): Participant {
  if (activity === undefined) return changed;
  return { ...changed, commands: [...(changed.commands ?? []), `${command} ${activity}`].slice(-remembered) };
}
