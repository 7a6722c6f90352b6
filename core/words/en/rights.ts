import { sharedSettings } from './tab/shared-settings.ts';

const { data } = sharedSettings;

/** What people read of their rights, and of an invitation to take part. */
export const rights = {
  myData: {
    title: 'Your data in UnMentoring',
    json: 'The same for programs, as JSON',
    lead: 'This is everything that UnMentoring keeps about you, as of {when}. Times are in UTC.',
    ...data,
    parts: {
      you: {
        title: 'You',
        about:
          'Your name, mail address, job title, department, office, language, zone and working hours, when you last wrote or pressed something, what you filled in about yourself when you signed up, how the bot reaches you, or when you removed it, what you asked for that is still to be done, the last few things you asked for in the tab, whom you asked never to meet, and whom you would like to meet again. Nobody else sees whom.',
      },
      enrolments: {
        title: 'Taking part',
        about:
          'Whether and since when you take part, which ground rules you accepted and when, your preferences, and your history: with whom you were paired in which round. Which schemes you coordinate.',
      },
      rounds: {
        title: 'Rounds',
        about:
          'For each round what was planned for you, the meetings you were part of with all answers, the changes made, what you said and noted about it, and which messages you got about it.',
      },
      invitations: { title: 'Invitations', about: 'Colleagues whom you suggested should take part.' },
      erasure: { title: 'Erasing', about: 'That you asked for your data to be erased.' },
    },
    elsewhere: [
      'Outlook holds the invitations, in the mailbox that sent them and in the calendars of those invited, with your name and mail address. Your organisation decides for how long.',
      'Teams holds your chat with the bot, and your OneDrive the files with your data that you let the bot put there.',
      'The people you were paired with have the same meetings in their history, under your id.',
      'Work in progress names you by your id for up to seven days. Technical logs do too, for as long as your organisation keeps them.',
    ],
  },
  invited: {
    title: 'A coffee with a colleague you do not know yet?',
    why: '{by} thought you might enjoy this.',
    whyUnknown: 'A colleague thought of you.',
    what: 'I am UnMentoring. Every few weeks I bring you together with a colleague at random: a conversation over a favourite drink, with no agenda. I find the time for you.',
    choice: "Join if you like. If not, that is fine: nobody is told, and I won't ask you again.",
    join: 'Join',
    decline: 'No, thanks',
    declined: "That is fine, thank you for saying so. I won't ask you again.",
  },
} as const;
