// What a person sees who uses the app: checked by tests, or to be looked at.
import type { Rule } from './rule.ts';

export const behaviourRules: readonly Rule[] = [
  {
    says: 'The bot understands the commands that it lists, in each language.',
    tested: 'tests/appPackage/manifest.test.ts',
  },
  {
    says: 'The bot understands "hi", "hello" and "help".',
    tested: 'tests/bot/conversation.test.ts',
  },
  {
    says: 'Every answer of the bot has a way on, also to what it does not understand.',
    tested: 'tests/bot/cards/every-card.test.ts',
  },
  {
    says: 'The bot welcomes once, in the personal chat, and says what it can do.',
    tested: 'tests/bot/conversation.test.ts',
  },
  {
    says: 'In a channel or a group chat, the bot answers who speaks to it, says where it works, and tells nobody’s pairing.',
    tested: 'tests/bot/group.test.ts',
  },
  { says: 'A card has at most six buttons.', tested: 'tests/bot/cards/every-card.test.ts' },
  { says: 'Each message is sent once.', tested: 'tests/core/telling/tell-people.test.ts' },
  {
    says: 'The page where a channel tab is added says what it shows, and asks for no address.',
    tested: 'tests/tab/channel.test.ts',
  },
  {
    says: 'A channel tab shows everybody the same, and nothing that is one person’s.',
    tested: 'tests/tab/channel.test.ts',
  },
  { says: 'The tab follows the theme of Teams.', tested: 'tests/tab/themes.test.ts' },
  { says: 'The tab does not scroll sideways, on a telephone either.', tested: 'tests/tab/fits.test.ts' },
  { says: 'Settings have a page of their own.', tested: 'tests/tab/my-settings.test.ts' },
  {
    says: 'The tab says where to open it when it is opened elsewhere, and what to do when something fails.',
    tested: 'tests/tab/sign-in.test.ts',
  },
  {
    says: 'The tab is more than a website in a frame: built of Teams’ own parts, without a second logo, header or rail; each page has a way back; nothing is cut off or overlaps.',
    look: 'whoever adds a page to the tab looks at it in local/teams-host, wide and narrow',
  },
  {
    says: 'What is done in the tab can be undone.',
    look: 'whoever adds an act to the tab',
  },
  {
    says: 'Buttons are not named like functions of Teams ("Start meeting", "Make call"), and say so when they lead out of Teams.',
    look: 'whoever adds a button to a card or to the tab',
  },
  {
    says: 'Bot and tab answer within two seconds, or show that they are at it.',
    look: 'whoever deploys writes "help" and opens the tab after an hour of rest, with a watch',
  },
  {
    says: 'Privacy says what is kept, for how long, how it is protected and erased, and whom to ask; without sign-in.',
    look: 'whoever answers for data protection reads /privacy on the host, in a private window',
  },
  {
    says: 'Terms are about this app; support has a contact or a way to one; both without sign-in, without links to shops.',
    look: 'whoever runs the programme reads /terms and /support on the host, in a private window',
  },
  {
    says: 'It works on Windows, macOS, iOS and Android, in Edge and Chrome.',
    look: 'whoever deploys opens chat and tab on a computer and on a telephone of each kind',
  },
  {
    says: 'Fit for work, within an hour at a time.',
    look: 'whoever lets a scheme have meetings of more than an hour (core/records/scheme.ts)',
  },
];

export const rulesForOthers: readonly Rule[] = [
  {
    says: 'First message and help say what an administrator must do before the app works.',
    notForUs: 'it is uploaded by the administrators who grant it, and nobody sees the bot before that',
  },
  {
    says: 'Screenshots, video, categories and markets of the listing; the same words in Partner Center.',
    notForUs: 'an app that is built for an organisation has no listing in the public store',
  },
  {
    says: 'Test accounts and notes for certification.',
    notForUs: 'nobody outside the organisation certifies it',
  },
  {
    says: 'Publisher verification and attestation (Microsoft 365 App Compliance Program).',
    notForUs: 'publisher and tenant are one organisation',
  },
  { says: 'Payments, trials, offers linked to a subscription.', notForUs: 'nothing is sold' },
  {
    says: 'Sign-in, sign-up and sign-out of an external account.',
    notForUs: 'everybody signs in with their account of Microsoft 365, through Teams',
  },
  {
    says: 'A listing for government clouds without a duplicate.',
    notForUs: 'every cloud has its own tenant, environment and package',
  },
  { says: 'Message extensions and previews of links.', notForUs: 'it has none' },
  { says: 'Dialogs (task modules).', notForUs: 'it has none' },
  { says: 'A warning before a file is downloaded.', notForUs: 'there is nothing to download' },
  {
    says: 'Meeting extensions: before, in and after a meeting.',
    notForUs: 'meetings are of Outlook and Teams',
  },
  { says: 'Notifications in the activity feed.', notForUs: 'the bot’s messages do that' },
  { says: 'Content that is made by artificial intelligence is marked.', notForUs: 'there is none' },
];
