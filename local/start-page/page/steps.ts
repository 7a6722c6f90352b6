import { actionButton, byId, h, redraw } from './html.ts';
import { moment, shortDay } from './times.ts';
import { pairingOf, participants, type Actions, type View } from './view.ts';

interface Step {
  readonly title: string;
  readonly done: boolean;
  readonly content: readonly (Node | string | null)[];
}

/** Shows what to do next: a month of the scheme in a few steps. The present one is unfolded. */
export function mountSteps(actions: Actions): (view: View) => void {
  const list = byId('steps', HTMLOListElement);
  let before = -1;
  return (view) => {
    const steps = [
      signUp(view, actions),
      pair(view, actions),
      answer(view, actions),
      coordinate(view, actions),
      dayBefore(view, actions),
      afterwards(view, actions),
      endOfWeek(view, actions),
      close(view, actions),
    ];
    // Time passes: a step that was left out is no longer the present one. At the end, the last one leads to the next month.
    const current = Math.min(steps.findLastIndex(({ done }) => done) + 1, steps.length - 1);
    // What somebody unfolded stays so until they get on.
    const unfolded = [...list.querySelectorAll('details')].map(({ open }) => open && current === before);
    before = current;
    redraw(
      list,
      ...steps.map(({ title, done, content }, index) =>
        h(
          'li',
          {
            class: done ? 'done' : index === current ? 'current' : 'later',
            'aria-current': index === current ? 'step' : null,
          },
          h(
            'details',
            { open: index === current || unfolded[index] === true ? '' : null },
            h(
              'summary',
              { 'data-key': `step-${index}` },
              h('h3', {}, title, done ? h('span', { class: 'unseen' }, ' (done)') : null),
            ),
            ...content,
          ),
        ),
      ),
    );
  };
}

/** A sentence or two. */
function words(text: string): Node {
  return h('p', {}, text);
}

function buttons(...some: readonly Node[]): Node {
  return h('p', { class: 'actions' }, ...some);
}

function signUp(view: View, actions: Actions): Step {
  const { people, playground } = view.overview;
  const outside = people.filter(({ status }) => status !== 'active');
  const inside = participants(view).length;
  const three = outside.slice(0, 3);
  const chatter = people.find(({ mail }) => mail === playground?.mail);
  return {
    title: 'Sign people up',
    done: inside >= 2,
    content: [
      words('Each of them adds the app in Teams and writes “join” to the bot.'),
      outside.length === 0
        ? null
        : buttons(
            actionButton(
              `Sign up ${three.length === 3 ? 'three people' : names(three)}`,
              'sign-up-some',
              () => {
                actions.signUp(three);
              },
            ),
            actionButton(`Sign up all ${people.length}`, 'sign-up-all', () => {
              actions.signUp(outside);
            }),
          ),
      h('p', { class: 'figure' }, `${inside} of ${people.length} take part.`),
      playground === null || chatter === undefined
        ? null
        : h(
            'p',
            {},
            'Or chat yourself: in ',
            h('a', { href: playground.url, target: '_blank', rel: 'noopener' }, 'Microsoft’s chat client'),
            ` you are ${chatter.name}.`,
          ),
    ],
  };
}

function pair(view: View, actions: Actions): Step {
  const { round, overview } = view;
  return {
    title: 'Let them be paired',
    done: round !== null,
    content: [
      words(
        `${round === null ? `On ${moment(overview.nextPairing, overview.scheme.zone)}` : 'That day'}, everybody’s calendar is read, pairs are drawn, and a time that suits both is booked in Outlook. Look at the bot’s card in somebody’s chat.`,
      ),
      round === null
        ? toPairing(view, actions)
        : h(
            'p',
            {},
            h('a', { href: '#meetings' }, `All ${round.counts.pairings} meetings`),
            ` of the week of ${shortDay(round.weekStart, round.zone)}${round.counts.unplaced === 0 ? '' : `; ${round.counts.unplaced} without one, told why`}.`,
          ),
    ],
  };
}

function toPairing({ overview, round }: View, actions: Actions): Node {
  return buttons(
    actionButton(round === null ? 'To the pairing' : 'To the next pairing', 'to-pairing', () => {
      actions.move({ now: overview.nextPairing });
    }),
  );
}

function answer({ round, memory }: View, actions: Actions): Step {
  // An answer to the invitation of an earlier time does not count for the present one.
  const heard = round?.pairings.some(
    ({ members, moves }) => moves > 0 || members.some((member) => member.answer !== 'none'),
  );
  return {
    title: 'Be one of them, and answer',
    done: !memory.answered && heard === true,
    content: [
      words(
        'Pick somebody among all meetings. Press a button in their chat, or accept or decline in their calendar. Answers are collected every hour of working days; what is declined moves to another time that suits both.',
      ),
      !memory.answered
        ? null
        : buttons(
            actionButton('Let an hour pass', 'collect', () => {
              actions.move({ advance: 'PT1H' });
            }),
          ),
    ],
  };
}

function coordinate({ overview, round, memory }: View, actions: Actions): Step {
  const coordinator = overview.people.find((person) => person.coordinator);
  return {
    title: 'See what the coordinator sees',
    done: memory.sawCoordinator && round !== null,
    content: [
      words(`${coordinator?.name ?? 'Nobody'} runs the scheme: who meets whom, who answered, who was told.`),
      buttons(actionButton('Open the coordinator’s view', 'coordinator', actions.seeAsCoordinator)),
    ],
  };
}

const day = 86_400_000;
/** The bot asks ten minutes after a meeting's end: milliseconds to the next tick. */
const tickAfter = 15 * 60_000;

function dayBefore(view: View, actions: Actions): Step {
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

function afterwards(view: View, actions: Actions): Step {
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

function endOfWeek(view: View, actions: Actions): Step {
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

function close(view: View, actions: Actions): Step {
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

function names(people: readonly { readonly name: string }[]): string {
  return new Intl.ListFormat('en-GB').format(people.map(({ name }) => name));
}
