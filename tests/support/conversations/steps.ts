import type { OutboxRecord, Said } from '../../../core/records/outbox.ts';
import { type Participant, without } from '../../../core/records/participant.ts';
import { change } from '../../../core/shared/change.ts';
import { textActivity } from '../../../local/teams/activities.ts';
import { offerIn } from '../../../local/teams/drive/drive.ts';
import type { Member } from '../../../local/teams/roster.ts';
import { attendees } from '../attendee.ts';
import { idOf } from '../emulated-graph.ts';
import { momentFrom, spanFrom } from '../cases/moments.ts';
import type { TestProduct } from '../test-product.ts';
import { december } from '../records.ts';
import { listed, type Sentence } from '../cases/sentences.ts';
import { type Button, buttonsOf, type Field, fieldsOf } from './card-lines.ts';
import { type ChatWorld, groupConversation } from './chat-world.ts';

/** A conversation while it is played. */
export interface Playing {
  readonly world: ChatWorld;
  /** What people filled in since they last pressed a button, by name: the field's label, and what was written. */
  readonly filledIn: Map<string, { readonly label: string; readonly value: string }[]>;
  /** What the bot answers in place of a card to somebody who presses a button. */
  readonly said: string[];
  /** The verbs of the buttons that were pressed. */
  readonly pressed: Set<string>;
  /** Cards whose place others took, by the reader's object id, oldest first: a client may still show them. */
  readonly replaced: Map<string, readonly unknown[]>;
}

/** Everything that a line of a conversation can be, apart from the bot's answers. */
export const sentences: readonly Sentence<Playing>[] = [
  { says: 'NAMES take part', does: takePart },
  { says: 'NAME takes part', does: takePart },
  {
    says: 'NAME adds the app',
    does: async ({ world }, name) => {
      await world.teams.client.install(member(world, name));
    },
  },
  {
    says: 'NAME removes the app',
    does: async ({ world }, name) => {
      await world.teams.client.uninstall(member(world, name));
    },
  },
  {
    says: 'NAME invites NAME',
    does: async ({ world }, inviting = '', invited = '') => {
      const [one, other] = [member(world, inviting), member(world, invited)];
      await world.operations.rights.invite(idOf(one.employee), idOf(other.employee));
      await world.work();
    },
  },

  // In the chat with the bot.
  {
    says: 'NAME: TEXT',
    does: async ({ world }, name, text = '') => {
      await world.teams.client.say(member(world, name), text);
    },
  },
  {
    says: 'NAME says NUMBER times: TEXT',
    does: async ({ world }, name, count, text = '') => {
      for (let i = 0; i < Number(count); i += 1) await world.teams.client.say(member(world, name), text);
    },
  },
  {
    says: 'NAME fills in: TEXT',
    does: ({ filledIn }, name = '', text = '') => {
      const [label = '', value] = text.split(' = ');
      if (value === undefined)
        throw new Error('say which field, and what: "Ann fills in: First day back = 2027-01-14"');
      filledIn.set(name, [...(filledIn.get(name) ?? []), { label, value }]);
    },
  },
  {
    says: 'NAME presses: TEXT',
    does: (playing, name, title) => press(playing, name, name, title, (button) => button),
  },
  {
    says: 'NAME presses the button of NAME: TEXT',
    does: (playing, name, owner, title) => press(playing, name, owner, title, (button) => button),
  },
  {
    says: 'NAME presses in an old Teams: TEXT',
    does: (playing, name, title) => press(playing, name, name, title, fallbackOf),
  },
  { says: 'NAME allows the file', does: (playing, name) => answerOffer(playing, name, 'accept') },
  { says: 'NAME declines the file', does: (playing, name) => answerOffer(playing, name, 'decline') },
  {
    says: 'NAME writes in a channel: TEXT',
    does: ({ world }, name, text) => writeInGroup(world, name, text, 'channel'),
  },
  {
    says: 'NAME writes in a group chat: TEXT',
    does: ({ world }, name, text) => writeInGroup(world, name, text, 'groupChat'),
  },

  // In Outlook.
  {
    says: 'NAME accepts the invitation',
    does: ({ world }, name) => outlook(world).respond(member(world, name).employee, 'accept'),
  },
  {
    says: 'NAME declines the invitation',
    does: ({ world }, name) => outlook(world).respond(member(world, name).employee, 'decline'),
  },
  {
    says: 'NAME is busy SPANS',
    does: async ({ world }, name, spans = '') => {
      for (const span of spans.split(' and ').map(spanFrom))
        await outlook(world).fill(member(world, name).employee, span);
    },
  },

  {
    says: 'the product says to NAME: TEXT',
    does: ({ world }, name = '', text = '') => sayTo(world.product, member(world, name), text),
  },

  // Around them.
  { says: 'it is MOMENT', does: ({ world }, moment = '') => world.passTo(momentFrom(moment)) },
  { says: 'Microsoft 365 does not answer', does: ({ world }) => void world.down.add('graph') },
  { says: 'Microsoft 365 answers again', does: ({ world }) => void world.down.delete('graph') },
  { says: 'OneDrive does not answer', does: ({ world }) => void world.down.add('onedrive') },
  { says: 'the storage does not answer', does: ({ world }) => void world.down.add('storage') },
  { says: 'the storage answers again', does: ({ world }) => void world.down.delete('storage') },
];

/** Somebody who works here, by first name. */
function member({ teams }: ChatWorld, name = ''): Member {
  const names = teams.roster.members.map(({ employee }) => employee.name);
  const found = teams.roster.members.find(({ employee }) => firstName(employee.name) === name);
  if (found === undefined)
    throw new Error(`nobody is called ${name}: there are ${names.map(firstName).join(', ')}`);
  return found;
}

/** @example 'Ann' for 'Ann Archer' */
export function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}

const outlook = ({ product }: ChatWorld) => attendees(product.graph);

async function takePart({ world }: Playing, names = ''): Promise<void> {
  for (const name of listed(names)) {
    const joining = member(world, name);
    await world.product.signUp(joining.employee);
    // Teams then tells the bot where their chat is.
    await world.teams.client.install(joining);
  }
}

/** What the bot answers with when a button is pressed and no card takes its place. */
interface Spoken {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
}

/** Presses the button with this title on the latest card of the owner's chat that has one, with what was filled in. */
async function press(
  { world, filledIn, pressed, said, replaced }: Playing,
  name = '',
  owner = '',
  title = '',
  as: (button: Button) => Readonly<Record<string, unknown>>,
): Promise<void> {
  const { employee } = member(world, owner);
  const cards = [...(replaced.get(employee.oid) ?? []), ...cardsOf(world, member(world, owner))];
  const found = cards
    .flatMap((card) => buttonsOf(card).map((button) => ({ card, button })))
    .findLast(({ button }) => button.title === title && button.type !== 'Action.OpenUrl');
  if (found === undefined) {
    const known = new Set(cards.flatMap(buttonsOf).map((button) => `[${button.title}]`));
    throw new Error(`no card of ${owner} has the button [${title}]: there are ${[...known].join(' ')}`);
  }
  const values = valuesOf(fieldsOf(found.card), filledIn.get(name) ?? []);
  filledIn.delete(name);
  const button = { ...found.button, data: { ...values, ...found.button.data } };
  pressed.add(String(button.verb ?? button.data.verb));
  const { response } = await world.teams.client.press(member(world, name), as(button));
  const spoken = response as Spoken | undefined;
  if (spoken?.type === 'application/vnd.microsoft.activity.message') said.push(String(spoken.value));
  else if (spoken !== undefined && spoken.statusCode !== 200) said.push(`(error ${spoken.statusCode})`);
}

/** Presses a button of Teams on the latest file that the bot offers in somebody's chat. */
async function answerOffer({ world, said }: Playing, name = '', action: 'accept' | 'decline'): Promise<void> {
  const { employee, ...rest } = member(world, name);
  const offers = world.teams.chats.messages(employee.oid).flatMap((message) => offerIn({ ...message }) ?? []);
  const offer = offers.at(-1);
  if (offer === undefined) throw new Error(`the bot offers ${name} no file`);
  const pressed = { type: 'fileUpload', action, name: offer.name };
  const { response } = await world.teams.client.press({ employee, ...rest }, pressed);
  if (response !== undefined) said.push(`(answer ${JSON.stringify(response)})`);
}

/** The same button as a client sends it that knows Action.Submit alone. */
function fallbackOf({ title, data }: Button): Readonly<Record<string, unknown>> {
  return { type: 'Action.Submit', title, data };
}

/** Messages that belong to no meeting, by their name in conversations. */
const messages: Readonly<Record<string, Said>> = {
  'in this month?': { kind: 'call', asks: true },
  'the next round is near': { kind: 'call', asks: false },
  'your break ends': { kind: 'back', until: '2026-12-08' },
  'still in?': { kind: 'still', asks: true },
  'you are out': { kind: 'still', asks: false },
  'the round is paired': {
    kind: 'coordinator',
    report: { about: 'paired', pairs: 19, trios: 1, without: 1 },
  },
  'people were not reached': {
    kind: 'coordinator',
    report: { about: 'needs-a-hand', reason: 'not-reached', count: 5, of: 41 },
  },
  'the month is over': {
    kind: 'coordinator',
    report: { about: 'closed', tookPart: 41, paired: 40, met: 31, notMet: 3, notKnown: 6 },
  },
};

/** Has the product send a message that belongs to no meeting, about the round that is paired next. */
/** How somebody stands to whom the product says that. */
function standingFor(said: Said): Partial<Participant> {
  const active = { status: 'active', pausedUntil: null } as const;
  if (said.kind === 'still') return said.asks ? { ...active, silent: 3 } : { ...active, status: 'paused' };
  return said.kind === 'back' ? { status: 'paused', pausedUntil: said.until } : active;
}

async function sayTo({ ports }: TestProduct, { employee }: Member, text: string): Promise<void> {
  const said = messages[text];
  if (said === undefined) throw new Error(`say one of: ${Object.keys(messages).join(', ')}`);
  const person = idOf(employee);
  const { scheme, round } = december;
  await change(ports.storage.participants, { scheme, person }, (current) =>
    current === null ? null : { ...without(current, 'inRound'), ...standingFor(said) },
  );
  const key = `${said.kind}:${person}:${Object.keys(messages).indexOf(text)}`;
  const message: OutboxRecord = {
    ...{ scheme, round, key, person, said, pairing: null, revision: 0 },
    ...{ state: 'unsent', at: ports.now(), notBefore: null, activity: null },
  };
  await ports.storage.outbox.insertMissing([message]);
  await ports.queue.put([{ kind: 'tell', scheme, round, pairings: [], people: [person] }]);
}

/** What is sent for the fields of a card: by id, what was filled in, else what they held. */
function valuesOf(
  fields: readonly Field[],
  filledIn: readonly { readonly label: string; readonly value: string }[],
): Record<string, string> {
  for (const { label } of filledIn) {
    if (fields.some((field) => field.label === label)) continue;
    const known = fields.map((field) => `"${field.label}"`).join(', ');
    throw new Error(`the card has no field "${label}"${known === '' ? '' : `: it has ${known}`}`);
  }
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = filledIn.findLast(({ label }) => label === field.label)?.value;
      const sent = value === undefined ? field.value : sentFor(field, value);
      return sent === undefined ? [] : [[field.id, sent]];
    }),
  );
}

/** What a field sends when this is written, chosen or ticked in it. */
function sentFor({ type, label, choices, valueOn, valueOff }: Field, written: string): string {
  if (type === 'Input.Toggle') return written === 'yes' ? valueOn : valueOff;
  if (type !== 'Input.ChoiceSet') return written;
  const values = written.split(' + ').map((title) => {
    const choice = choices.find((each) => each.title === title);
    if (choice !== undefined) return choice.value;
    throw new Error(
      `"${label}" has no choice "${title}": it has ${choices.map((each) => `"${each.title}"`).join(', ')}`,
    );
  });
  return values.join(',');
}

/** The cards in somebody's chat, oldest first. */
function cardsOf({ teams }: ChatWorld, { employee }: Member): unknown[] {
  return teams.chats
    .messages(employee.oid)
    .flatMap(({ attachments }) =>
      attachments.flatMap(({ contentType, content }) =>
        contentType === 'application/vnd.microsoft.card.adaptive' ? [content] : [],
      ),
    );
}

async function writeInGroup(
  world: ChatWorld,
  name = '',
  text = '',
  conversationType: 'channel' | 'groupChat',
): Promise<void> {
  const { channel } = world.teams;
  const written = textActivity(
    channel,
    member(world, name),
    world.now(),
    text.replace('@UnMentoring', '<at>UnMentoring</at>'),
  );
  await world.deliver({
    ...written,
    conversation: { id: groupConversation, conversationType, isGroup: true, tenantId: channel.tenant },
  });
}
