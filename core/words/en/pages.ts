const home = {
  title: 'A coffee with a random colleague',
  heading: 'Meet a colleague you would not meet otherwise',
  lead: 'UnMentoring is an app in Microsoft Teams. Every few weeks it brings you together at random with a colleague: 30 to 60 minutes over a favourite drink, remotely and with no agenda.',
  sections: [
    {
      heading: 'How it works',
      steps: [
        'Write “join” once, in the chat with the bot. Nobody takes part who did not ask to.',
        'Every few weeks everyone who joined is paired at random, with somebody new as long as there is somebody new.',
        'UnMentoring finds a time that is free in both calendars and sends an Outlook invitation with a Teams link. In some programmes you choose the time yourselves.',
        'Something came up? Decline, and it looks for another time. Write “pause” to take a break, “leave” to stop.',
      ],
    },
    {
      heading: 'How to join',
      text: [
        'In Teams, open Apps, choose “Built for your org” and add UnMentoring. Then write “join” in its chat.',
        'You need a work account of this organisation. Guests cannot take part, because their calendars cannot be read.',
      ],
    },
  ],
} as const;

const privacy = {
  title: 'Privacy',
  heading: 'Your data in UnMentoring',
  lead: 'UnMentoring needs to know who takes part, and when they are free. Here is what it reads, what it keeps and for how long, who sees it, and how to have it erased.',
  sections: [
    {
      heading: 'What it reads',
      list: [
        'The directory: name, mail address, job title, department, office, manager, language, and whether the account is enabled and not a guest’s. To find those who take part, it may leaf through the whole directory; it keeps nothing about anybody else.',
        'Your calendar, whenever a time is sought: when you are free, busy, tentatively busy or away, and your working hours. Never what an appointment is about, where it is, or with whom.',
        'The answers to its own invitations: accepted, declined, another time proposed.',
        'Your chat with the bot: what you write there is read to answer you; the words are not kept. If sending a message was interrupted, the newest messages of this chat are fetched to look for the bot’s own.',
      ],
    },
    {
      heading: 'What it keeps until it is erased',
      list: [
        'From the moment you add the app: your name, mail address, job title, department, office, language, time zone and working hours, how to reach your chat with the bot, and whether it can, or when you removed the app, and the day on which you last wrote to it, pressed one of its buttons or changed something in the tab. What you asked for while Microsoft 365 did not answer is kept beside it until it is done, for a day at most, and so are the last few things you asked for in the tab. All of this is in one place; everything else names you by an id from the directory.',
        'Once you join: whether you take part, pause until when, or have left, and since when; which version of the ground rules you accepted, and when; your wishes for time and length, and whether you are happy to be one of three; your last few commands; what you were asked before the last round and answered, and for how many rounds in a row you said nothing or could not be reached.',
        'What you fill in on the sign-up card about yourself, with your name: your favourite drink, a sentence about you, what you like to be asked about, whether you prefer video or the phone, the language you chose, and when you want no messages. All of it may stay empty, and you can change it under “settings”.',
        'Whom you asked never to meet. Nobody else sees it, and the colleague never learns of it.',
        'Whom you would like to meet again. Nobody else sees it. If the colleague wishes the same, you are paired.',
        'If a colleague invites you: your name, who invited you and when, and whether you said no, so that you are asked only once. Whoever invited you does not learn your answer.',
        'Whom you were paired with in which round, whether it came to a meeting, and how much of it lay at uncomfortable hours.',
        'Of each round: your meeting and your answers to it; what you said of it, if anything: whether you would come, whether you met, how it was and one thing to take away; the notes you wrote about it, which nobody else sees; a few times that suited everybody in it, two departments if it was the first to link them, or why there was none, with the code that Microsoft 365 gave where your calendar could not be read; drafts of whom you would meet, where somebody looks at a round before it goes out; the word with which somebody called a meeting off; and which messages you were sent, and when.',
      ],
      text: [
        'None of it is deleted just because time passes or because you leave: it keeps you from meeting the same people again when you come back. Removing the app stops messages and pairings, and deletes nothing either.',
      ],
    },
    {
      heading: 'What is kept for a shorter or longer time',
      list: [
        'When you are free or busy in the meeting week: deleted as soon as the round is planned, usually within minutes, at the latest when it is closed.',
        'Technical logs: ids and codes, never a name, an address or anything you wrote. As long as your organisation keeps its logs.',
        'The Outlook events, with the names and addresses of those invited, and the messages in the Teams chat: as long as your organisation keeps mail and chats.',
      ],
    },
    {
      heading: 'Who sees it',
      list: [
        'The colleagues you are paired with see your name, job title, department and office, your picture in Teams, what you wrote about yourself (drink, sentence, what to ask you about), what time the meeting is for you, and your answer to it. What you take away from it they see only if you share it, and they never see how you found it. The Outlook invitation also shows them your mail address, and who calls whom if one of you prefers the phone. If you decline or drop out, they are told by name.',
        'Coordinators, whom your organisation appoints, see for each round who is paired with whom and when, before it goes out if they like, the answers, who met, who has no meeting and why, and whether messages arrived. They see neither calendars nor wishes, nor what you wrote about yourself, nor what else you said of a meeting.',
        'Administrators of your organisation’s Azure and Microsoft 365 can open the storage and the service mailboxes.',
        'Nobody else. It runs in your organisation’s own Microsoft cloud; nothing is sold, used for advertising or given to third parties. These pages set no cookies and count no visitors.',
      ],
    },
    {
      heading: 'Which permissions of Microsoft Graph it has, and why',
      list: [
        'User.Read.All: the facts from the directory named above.',
        'Calendars.ReadBasic.All: free and busy times and working hours of those who take part.',
        'Calendars.ReadWrite: sending, moving and cancelling invitations, and reading the answers. Only in the service mailboxes that invite, not in yours.',
        'Chat.Read.WhereInstalled: looking for the bot’s own message, so that nobody is told twice.',
        'TeamsAppInstallation.ReadWriteSelfForUser.All: where your organisation allows it, adding the app for a colleague who is invited.',
      ],
    },
    {
      heading: 'How to have it erased',
      text: [
        'You can see all that is kept about you, and have it erased, without a reason: ask the bot, or ask us. If you allow it, the bot puts all of it into your OneDrive as a file. Erasing takes two steps, so that it does not happen by mistake. You then leave at once: meetings ahead are called off, and your partners are told.',
        'Everything about you goes within minutes. If you are part of a round under way, it goes when that round is closed, usually within a week after its meeting week, at the latest after two; until then your name, address and place in it stay. Rejoining before then keeps everything.',
        'In past rounds, and in the histories of the people you met, a former colleague without name or id remains. Messages in progress name you by an id for up to seven days. What Outlook, Teams and the technical logs hold stays as said above.',
        'Name, job title, department and office come from the directory: what is corrected there is corrected here from the next round on.',
      ],
      contact: true,
    },
  ],
} as const;

const terms = {
  title: 'Terms of use',
  heading: 'Terms of use',
  lead: 'They are short, because there is little to agree on.',
  sections: [
    {
      heading: 'Taking part',
      list: [
        'It is voluntary. Nobody can sign you up, and you can pause or leave at any time, without a reason.',
        'You need an enabled work account of this organisation. Guests cannot take part.',
        'If you join, UnMentoring reads when you are free and sends you invitations. Keep a time that suits, or decline in good time.',
      ],
    },
    {
      heading: 'With one another',
      list: [
        'The rules of conduct at your work hold here too. What somebody tells you in confidence stays between you.',
        'Write to the bot only what you need from it; it is not a place for confidential matters.',
      ],
    },
    {
      heading: 'What you can expect',
      list: [
        'UnMentoring does its best to find you a partner and a time in each round, and promises neither. When there is none, it says why.',
        'It can be changed or stopped. When these terms change, they change on this page.',
      ],
    },
  ],
} as const;

const support = {
  title: 'Support',
  heading: 'Help with UnMentoring',
  lead: 'Most things are settled in the chat: write “help” to the bot in Teams.',
  sections: [
    {
      heading: 'You have no meeting this time',
      text: [
        'The bot tells you why. Most often no time was free for both: keep half an hour free in the meeting week, and check the working hours in your Outlook settings.',
      ],
    },
    {
      heading: 'The time does not suit you',
      text: [
        'Write “another time” to the bot, or decline the invitation in Outlook. It looks for another time, and nobody waits for you.',
      ],
    },
    {
      heading: 'You would like a break, or to stop',
      text: ['Write “pause”, “pause until 14 January” or “leave”. To come back, write “join”.'],
    },
    {
      heading: 'The bot says nothing',
      text: [
        'If you removed or blocked the app, you get no messages and are not paired. Add it again: in Teams, under Apps, “Built for your org”.',
      ],
    },
    {
      heading: 'The tab does not sign you in',
      text: ['Try again. If that does not help, sign out of Teams and in again.'],
    },
    {
      heading: 'Something else',
      text: ['Write to us. Say what you did, what happened, and roughly when.'],
      contact: true,
    },
  ],
} as const;

export const pages = {
  skip: 'Skip to the content',
  menu: 'Pages',
  otherLanguages: 'Other languages',
  runBy: 'UnMentoring is run by {organisation}.',
  pages: { home, privacy, terms, support },
} as const;
