export const manifest = {
  name: {
    short: 'UnMentoring',
    full: 'UnMentoring: a coffee with a random colleague',
  },
  description: {
    short: 'A regular conversation with a random colleague, paired and booked for you.',
    /** Markdown. `host`: where the app and its pages are. */
    full: `UnMentoring works with Microsoft Teams and Outlook, and brings together colleagues who would not meet otherwise.

- Say "join" once in the chat. Every few weeks you are paired at random with somebody else who joined.
- You meet for half an hour that is free in both calendars, inside both working days, whichever time zones you live in.
- You both get an Outlook invitation with a Teams link. If one of you declines, the meeting is moved.
- There is no agenda. Think, Do, Share are there if you want somewhere to start. You bring your favourite drink.
- Away for a while? Write "pause". Had enough? Write "leave". Nobody takes part who did not ask to.

In a channel or a group chat, a tab tells everybody how to take part. Whom you meet is said to you alone.

Before anybody can join, an administrator of Microsoft 365 grants UnMentoring that it may read the directory, see when those who take part are free or busy, send invitations from mailboxes of its own, and find its own messages in chats with it. What is kept, and for how long: [privacy](https://{host}/privacy).

[Help and support](https://{host}/support)`,
  },
  /** What the bot offers to type: in one's own chat, and in teams and group chats. */
  commands: {
    personal: [
      { title: 'join', description: 'Take part from the next round' },
      { title: 'my pairing', description: 'Whom you meet, and when' },
      { title: 'another time', description: 'Move your meeting to a time that suits you all' },
      { title: 'settings', description: 'Mornings or afternoons, and how long' },
      { title: 'pause', description: 'Skip one round, or until a date' },
      { title: 'leave', description: 'Stop taking part' },
      { title: 'help', description: 'What UnMentoring can do' },
    ],
    group: [{ title: 'help', description: 'Where to talk to UnMentoring' }],
  },
  tab: 'UnMentoring',
} as const;
