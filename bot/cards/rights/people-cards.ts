import type { DirectoryPerson, PersonId } from '../../../core/records/person.ts';
import type { InviteResult } from '../../../core/rights/invite.ts';
import type { NeverWithResult } from '../../../core/rights/never-with.ts';
import type { Words } from '../../../core/words/words.ts';
import { plainCard } from '../answer-cards.ts';
import { type Action, type AdaptiveCard, button, card, type Element, subtle, text } from '../card.ts';
import { namesOf, type Reading } from '../reading.ts';

/** The most people that a card shows: there are six buttons at most. */
const most = 4;

/** Somebody's search for a colleague. */
export interface Search {
  /** As they wrote it; null: they named nobody yet. */
  readonly name: string | null;
  readonly found: readonly DirectoryPerson[];
}

type Named = readonly { readonly id: PersonId; readonly name: string }[];

/** Asks whom somebody would rather not meet, or who of those found is meant. Nobody else sees the list. */
export function neverWithCard(search: Search, kept: Named, reading: Reading): AdaptiveCard {
  const { words } = reading;
  const { neverWith, buttons } = words;
  const list = kept.length === 0 ? [] : [neverWith.list({ names: namesOf(kept, reading) })];
  const takeBack = kept.slice(-most).map(({ id, name }) => {
    const title = buttons['take-back']({ name: name || words.colleague });
    return button(title, 'take-back', null, { person: id });
  });
  const isNobody = search.found.length === 0;
  return card(
    words.language,
    isNobody ? neverWith.ask : neverWith.who,
    [
      text(isNobody ? neverWith.ask : neverWith.who),
      ...(isNobody ? list.map(text) : []),
      ...searchElements(search, words),
    ],
    [
      ...(isNobody ? takeBack : choices(search, 'keep-apart')),
      button(buttons.find, 'never-with', null),
      button(buttons.stay, 'stay', null),
    ],
  );
}

/** Says that a wish never to meet somebody is noted, or why not. */
export function keptApartCard(result: NeverWithResult, reading: Reading): AdaptiveCard {
  const { words } = reading;
  const { neverWith, buttons } = words;
  if (result.kind === 'refused') return plainCard(neverWith.refused[result.reason], reading);
  const meets = result.meetsThem ? [text(neverWith.meets)] : [];
  return card(
    words.language,
    // No name: a notification shows it to whoever looks at the screen.
    buttons['never-with'],
    [text(neverWith.kept({ name: result.name || words.colleague })), ...meets],
    [
      ...(result.meetsThem
        ? [
            button(buttons['other-times'], 'other-times', null),
            button(buttons['skip-this'], 'skip-ask', null),
          ]
        : []),
      button(buttons['never-with'], 'never-with', null),
      button(buttons.help, 'help', null),
    ],
  );
}

/** Asks whom somebody would like to invite, or who of those found is meant; says what that person gets. */
export function inviteCard(search: Search, reading: Reading): AdaptiveCard {
  const { words } = reading;
  const { invite, buttons } = words;
  const asked = search.found.length === 0 ? invite.ask : invite.who;
  return card(
    words.language,
    asked,
    [text(asked), subtle(invite.what), ...searchElements(search, words)],
    [
      ...choices(search, 'invite-person'),
      button(buttons.find, 'invite', null),
      button(buttons.help, 'help', null),
    ],
  );
}

/** Says that a colleague is invited, or why not. */
export function inviteSentCard(result: InviteResult, reading: Reading): AdaptiveCard {
  const { invite, colleague } = reading.words;
  const said =
    result.kind === 'invited'
      ? invite.sent({ name: result.name || colleague })
      : invite.refused[result.reason];
  return plainCard(said, reading);
}

/** What was found, with what tells people of one name apart, and a field to search again. */
function searchElements({ name, found }: Search, { find }: Words): Element[] {
  const shown = found.slice(0, most);
  return [
    ...(name !== null && found.length === 0 ? [text(find.nobody)] : []),
    ...shown.map((one) =>
      subtle([one.name, one.department, one.office].filter((part) => part !== undefined).join(', ')),
    ),
    ...(found.length > most ? [text(find.tooMany({ count: most }))] : []),
    { type: 'Input.Text', id: 'name', label: find.name, maxLength: 100 },
  ];
}

/** A button for each person found. People of one name are told apart by their department or office. */
function choices({ found }: Search, verb: 'keep-apart' | 'invite-person'): Action[] {
  return found.slice(0, most).map((one) => {
    const isAlone = found.filter(({ name }) => name === one.name).length === 1;
    const detail = isAlone ? undefined : (one.department ?? one.office);
    return button(detail === undefined ? one.name : `${one.name}, ${detail}`, verb, null, { person: one.id });
  });
}
