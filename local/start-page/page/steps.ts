import { shownAnswer } from './answer-marks.ts';
import { actionButton, byId, h, redraw } from './html.ts';
import { moment, shortDay, time } from './times.ts';
import { isPerson, participants, type Actions, type View } from './view.ts';

interface Step {
  readonly title: string;
  readonly done: boolean;
  readonly content: readonly (Node | string | null)[];
}

/** Shows what to do next: a month of the scheme in five steps. */
export function mountSteps(actions: Actions): (view: View) => void {
  const list = byId('steps', HTMLOListElement);
  return (view) => {
    const steps = [
      signUp(view, actions),
      pair(view, actions),
      answer(view, actions),
      coordinate(view, actions),
      live(view),
    ];
    const current = steps.findIndex(({ done }) => !done);
    redraw(
      list,
      ...steps.map(({ title, done, content }, index) =>
        h(
          'li',
          {
            class: done ? 'done' : index === current ? 'current' : 'later',
            'aria-current': index === current ? 'step' : null,
          },
          h('h3', {}, title, done ? h('span', { class: 'unseen' }, ' (done)') : null),
          ...content,
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
      h('p', {}, 'Each of them adds the app in Teams and writes “join” to the bot.'),
      outside.length === 0
        ? null
        : h(
            'p',
            { class: 'actions' },
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
  const { next, scheme } = overview;
  const when =
    next.what === 'pairing' ? `On ${moment(next.at, scheme.zone)}, ` : 'On the Thursday before the week, ';
  return {
    title: 'Press “Next step”: they are paired',
    done: round !== null,
    content: [
      h(
        'p',
        {},
        round === null
          ? `${when}everybody’s calendar is read, pairs are drawn, and a time that suits both is booked in Outlook.`
          : `Round ${round.number}, week of ${shortDay(round.weekStart, round.zone)}: ${roundInWords(round.counts)}`,
      ),
      round === null
        ? null
        : h(
            'ul',
            { class: 'pairings' },
            ...round.pairings.map((pairing) => pairingItem(pairing, view, actions)),
          ),
    ],
  };
}

type Round = NonNullable<View['round']>;

function roundInWords({ pairings, trios, unplaced }: Round['counts']): string {
  const met = `${pairings} ${pairings === 1 ? 'meeting' : 'meetings'}`;
  const three = trios === 0 ? '' : `, ${trios === 1 ? 'one' : trios} of three people`;
  return `${met}${three}${unplaced === 0 ? '' : `; ${unplaced} without one, told why`}.`;
}

function pairingItem(pairing: Round['pairings'][number], { overview, person }: View, actions: Actions): Node {
  const { zone } = overview.scheme;
  const members = pairing.members.map(({ id, name, answer }) => {
    const member = overview.people.find((one) => isPerson(id, one));
    const { mark, words, look } = shownAnswer(answer);
    return h(
      'li',
      {},
      member === undefined
        ? name
        : actionButton(
            name,
            `pairing-${id}`,
            () => {
              actions.choose(member);
            },
            { 'aria-current': member.mail === person.mail ? 'true' : null },
          ),
      h(
        'span',
        { class: `mark ${look}`, title: words },
        h('span', { 'aria-hidden': 'true' }, mark),
        unseen(words),
      ),
    );
  });
  const when =
    pairing.slot === null
      ? withoutTime[pairing.state]
      : `${shortDay(pairing.slot.start, zone)}, ${time(pairing.slot.start, zone)}`;
  return h('li', {}, h('ul', {}, ...members), h('span', { class: 'when' }, when));
}

/** What is shown in place of a time. */
const withoutTime: Readonly<Record<Round['pairings'][number]['state'], string>> = {
  planned: 'not booked',
  booked: 'not booked',
  suggested: 'to be chosen',
  failed: 'not booked',
  cancelled: 'called off',
};

function unseen(words: string): Node {
  return h('span', { class: 'unseen' }, words);
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
      h(
        'p',
        {},
        'Pick somebody: read what the bot wrote to them, then accept or decline in their calendar. The answers are collected every hour of working days; what is declined moves to another time that suits both.',
      ),
      !memory.answered
        ? null
        : h(
            'p',
            { class: 'actions' },
            actionButton('Let an hour pass', 'collect', () => {
              actions.advance('PT1H');
            }),
          ),
    ],
  };
}

function coordinate({ overview, memory }: View, actions: Actions): Step {
  const coordinator = overview.people.find((person) => person.coordinator);
  return {
    title: 'See what the coordinator sees',
    done: memory.sawCoordinator,
    content: [
      h(
        'p',
        {},
        `${coordinator?.name ?? 'Nobody'} runs the scheme: who meets whom, who answered, who was told.`,
      ),
      h(
        'p',
        { class: 'actions' },
        actionButton('Open the coordinator’s view', 'coordinator', actions.seeAsCoordinator),
      ),
    ],
  };
}

function live({ round }: View): Step {
  return {
    title: 'Let the week go by',
    done: round?.stage === 'closed',
    content: [
      h(
        'p',
        {},
        'Press “Next step” until the meeting week is over: the round closes, and goes into everybody’s history. The next month avoids the same pairs.',
      ),
    ],
  };
}

function names(people: readonly { readonly name: string }[]): string {
  return new Intl.ListFormat('en-GB').format(people.map(({ name }) => name));
}
