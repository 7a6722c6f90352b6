import type { Intent } from '../understanding/tables.ts';
import type { Understood } from '../understanding/understand.ts';
import { sure } from '../understanding/weigh.ts';
import type { Command, Guess } from './command.ts';

/** The command for what somebody typed. What changes something is asked about first; what is not sure is `unclear`. */
export function commandFor({ intent, confidence, guesses, arguments: said }: Understood): Command {
  if (confidence < sure) return unclear(guesses, said.person ?? null);
  switch (intent) {
    case 'join':
    case 'resume':
      return { kind: 'join', scheme: null };
    case 'leave':
      return { kind: 'leave-ask', scheme: null };
    case 'pause':
      return { kind: 'pause-ask', scheme: null, until: said.until ?? null };
    case 'skip':
      return (said.rounds ?? 1) === 1
        ? { kind: 'skip-ask', scheme: null }
        : { kind: 'pause-ask', scheme: null, until: null };
    case 'settings': {
      const { hours, minutes } = said;
      if (hours === undefined) return { kind: 'settings' };
      return { kind: 'prefer', scheme: null, hours, ...(minutes !== undefined && { minutes }) };
    }
    case 'cannot-make-it':
      return { kind: 'other-times' };
    case 'never-with':
    case 'invite':
      return { kind: intent, name: said.person ?? null };
    case 'erase':
      return { kind: 'erase-ask' };
    case 'thanks':
    case 'bye':
    case 'small-talk':
      return { kind: 'kind-word', about: intent };
    case 'met':
      return { kind: 'says-met', said: 'yes' };
    case 'not-met':
      return { kind: 'says-met', said: 'not-yet' };
    case 'unknown':
      return { kind: 'unknown' };
    default:
      return { kind: intent };
  }
}

/** The button for each intent that has one. */
const guessFor: Partial<Record<Intent, Guess>> = {
  help: 'help',
  join: 'join',
  resume: 'join',
  leave: 'leave-ask',
  pause: 'pause-ask',
  skip: 'skip-ask',
  'my-pairing': 'my-pairing',
  'other-times': 'other-times',
  'cannot-make-it': 'other-times',
  history: 'history',
  settings: 'settings',
  'never-with': 'never-with',
  invite: 'invite',
  'my-data': 'my-data',
  erase: 'erase-ask',
  privacy: 'privacy',
  coordinator: 'coordinator',
};

function unclear(intents: readonly Intent[], name: string | null): Command {
  const guesses = [...new Set(intents.flatMap((intent) => guessFor[intent] ?? []))].slice(0, 3);
  return guesses.length === 0 ? { kind: 'unknown' } : { kind: 'unclear', guesses, name };
}
