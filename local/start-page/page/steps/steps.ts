import { actionButton, byId, h, redraw } from '../html.ts';
import { moment, shortDay } from '../times.ts';
import { participants, type Actions, type View } from '../view.ts';
import { afterwards, close, dayBefore, endOfWeek } from './later-steps.ts';
import { buttons, toPairing, words, type Step } from './step.ts';

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

function names(people: readonly { readonly name: string }[]): string {
  return new Intl.ListFormat('en-GB').format(people.map(({ name }) => name));
}
