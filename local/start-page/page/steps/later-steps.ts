// The steps from the day before a meeting to the close.
import { actionButton } from '../html.ts';
import { pairingOf, type Actions, type View } from '../view.ts';
import { buttons, toPairing, words, type Step } from './step.ts';

const day = 86_400_000;
/** The bot asks ten minutes after a meeting's end: milliseconds to the next tick. */
const tickAfter = 15 * 60_000;

export function dayBefore(view: View, actions: Actions): Step {
  const slot = slotOf(view);
  const at = slot === null ? null : Date.parse(slot.start) - day;
  return {
    title: 'The day before',
    done: isPast(view, at),
    content: [
      words(
        'On the working day before, the bot writes “Tomorrow you meet …”. In the chat: say that you will be there, want another time, or cannot make it.',
      ),
      moveTo(at, `To the day before ${view.person.name} meets`, 'to-before', view, actions),
    ],
  };
}

export function afterwards(view: View, actions: Actions): Step {
  const slot = slotOf(view);
  const at = slot === null ? null : Date.parse(slot.end) + tickAfter;
  return {
    title: 'Did you meet?',
    done: isPast(view, at),
    content: [
      words(
        'Ten minutes after the meeting’s end the bot asks. Answer as each of them: yes, not yet, or no. See among all meetings what became of it.',
      ),
      moveTo(at, `To after ${view.person.name}’s meeting`, 'to-after', view, actions),
    ],
  };
}

export function endOfWeek(view: View, actions: Actions): Step {
  const { round } = view;
  const at = round === null ? null : Date.parse(round.weekEnd);
  return {
    title: 'The end of the week',
    done: isPast(view, at),
    content: [
      words('Those who did not meet and still would are offered times in the seven days after.'),
      round === null ? null : moveTo(at, 'To the end of the week', 'to-week-end', view, actions),
    ],
  };
}

export function close(view: View, actions: Actions): Step {
  const { round } = view;
  const done = round?.stage === 'closed';
  return {
    title: 'The close',
    done,
    content: [
      words(
        'Once each “Did you meet?” is answered or three working days old, the round goes into everybody’s history. Only pairs that met are kept apart next month.',
      ),
      done
        ? toPairing(view, actions)
        : round === null
          ? null
          : buttons(
              actionButton('To the close', 'to-close', () => {
                actions.move({ until: 'close' });
              }),
            ),
    ],
  };
}

/** When the shown person meets; null without a booked meeting. */
function slotOf(view: View) {
  const pairing = pairingOf(view, view.person);
  return pairing?.state === 'booked' ? pairing.slot : null;
}

/** @param at epoch milliseconds; null: never */
function isPast({ overview }: View, at: number | null): boolean {
  return at !== null && Date.parse(overview.now) >= at;
}

/** A button that moves the clock to an instant that lies ahead. */
function moveTo(at: number | null, label: string, key: string, view: View, actions: Actions): Node | null {
  if (at === null) return words(`${view.person.name} has no booked meeting: pick somebody who has one.`);
  if (isPast(view, at)) return null;
  return buttons(
    actionButton(label, key, () => {
      actions.move({ now: new Date(at).toISOString() });
    }),
  );
}
