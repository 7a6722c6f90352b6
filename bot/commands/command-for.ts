import type { Understood } from '../understanding/understand.ts';
import { sure } from '../understanding/weigh.ts';
import type { Command } from './command.ts';

/** The command for what somebody typed. What is not sure, and what the bot cannot do, is `unknown`. */
export function commandFor({ intent, confidence, arguments: said }: Understood): Command {
  if (confidence < sure) return { kind: 'unknown' };
  switch (intent) {
    case 'join':
    case 'resume':
      return { kind: 'join', scheme: null };
    case 'leave':
      return { kind: 'leave', scheme: null };
    case 'pause':
      return said.until === undefined
        ? { kind: 'pause-ask', scheme: null }
        : { kind: 'pause', scheme: null, until: said.until };
    case 'skip':
      // A pause without a date is one round long.
      return (said.rounds ?? 1) === 1
        ? { kind: 'pause', scheme: null, until: null }
        : { kind: 'pause-ask', scheme: null };
    case 'settings': {
      const { hours, minutes } = said;
      if (hours === undefined) return { kind: 'settings' };
      return { kind: 'prefer', scheme: null, hours, ...(minutes !== undefined && { minutes }) };
    }
    case 'cannot-make-it':
      return { kind: 'other-times' };
    case 'my-pairing':
    case 'other-times':
    case 'help':
      return { kind: intent };
    case 'small-talk':
    case 'thanks':
    case 'bye':
      return { kind: 'help' };
    default:
      return { kind: 'unknown' };
  }
}
