export const bot = {
  buttons: {
    help: 'Help',
    join: 'Join',
    pause: 'Pause',
    leave: 'Leave',
    'my-pairing': 'My pairing',
    'other-times': 'Another time',
    settings: 'Settings',
    save: 'Save',
    'join-meeting': 'Join the meeting',
    'come-back': 'Come back',
    'pause-until': 'Take a break',
  },
  welcome: {
    title: 'Welcome to {scheme}',
    what: 'Once a month you meet one colleague, picked at random, for {minutes, number} minutes over a favourite drink. You meet online, and there is no agenda.',
    how: 'Say "join" and I do the rest: I find a time that is free in both calendars and send the invitation.',
  },
  hello: 'Hello {name}.',
  standing: {
    'not-in': 'You are not taking part in {scheme} yet.',
    active:
      'You take part in {scheme}. Everyone is paired next on {pairing}, for conversations in the week of {week}.',
    paused: 'You are taking a break from {scheme}. Your first day back is {until}.',
    left: 'You have left {scheme}. You are welcome back whenever you like.',
  },
  canSay:
    'You can say "join", "my pairing", "another time", "pause", "pause until 14 January", "settings" or "leave", or use the buttons below.',
  notUnderstood: 'I did not understand that.',
  tooFast: 'That was a lot in one minute, and I lost track. Give me a moment, please, then write again.',
  personalOnly:
    'I work in a personal chat, because who you meet is between the two of you. Open a chat with me and say "hello".',
  away: {
    postponed:
      'Microsoft 365 is not answering me at the moment. I have written down what you asked for, and will tell you here as soon as it is done.',
    gaveUp:
      'Microsoft 365 has not answered me for a whole day, so I could not do what you asked for. Please ask me again.',
    nothingChanged:
      "I can't reach my notebook at the moment. Nothing was changed; please say it again in a few minutes.",
    unsure:
      "I can't reach my notebook at the moment, and I am not sure whether that was written down. Please say it again in a few minutes; saying it twice does no harm.",
  },
  joined: {
    joined:
      'You are in. Everyone in {scheme} is paired on {pairing}, and your conversation is in the week of {week}. I send you the invitation.',
    rejoined:
      'Welcome back to {scheme}. Everyone is paired on {pairing}, and your conversation is in the week of {week}.',
    'already-in':
      'You already take part in {scheme}. Everyone is paired on {pairing}, for conversations in the week of {week}.',
    resumed:
      'Your break from {scheme} is over. Everyone is paired on {pairing}, for conversations in the week of {week}.',
  },
  joinedLate:
    'The round under way is paired already, but its meeting week is still to come: I try to find somebody for you in it, too.',
  paused:
    'Enjoy your break from {scheme}. Nobody is paired with you before {until}, your first day back. If you have a meeting ahead before then, I cancel it with a kind word and look after whoever you were to meet.',
  pauseAsk:
    'Until when would you like a break? Without a date you miss one round only: the one under way if you have a meeting ahead in it, else the next.',
  pauseDate: 'First day back',
  left: 'You have left {scheme}. If you have a meeting ahead, I cancel it with a kind word and look after whoever you were to meet. You are welcome back whenever you like.',
  notIn: 'You are not taking part in {scheme}, so there was nothing to leave.',
  noPairing:
    'You have no pairing at the moment. Everyone is paired next on {pairing}, for conversations in the week of {week}.',
  refused: {
    'unknown-scheme': 'I do not know a scheme of that name. Say "join" on its own to join the one there is.',
    guest:
      'Only people with a work account of this organisation can take part, because I need their calendar to find a time.',
    'not-in-directory':
      'I cannot find your account in the directory. Ask your IT desk whether it is enabled, and try again.',
    'not-in': 'You are not taking part, so there is nothing to change. Say "join" to start.',
    'date-past': 'That day is not in the future. Name the day on which you want to be back.',
    'date-too-far':
      'That is more than two years away. You can leave instead, and come back whenever you like.',
    'date-unclear':
      'I could not read that date. Write it like "pause until 14 January" or "pause until 2027-01-14".',
  },
  preferences: {
    ask: 'If you like, tell me when you would rather meet. I then try to find you such a time.',
    hours: 'Time of day, on your own clock',
    hoursChoices: { morning: 'Mornings', afternoon: 'Afternoons', either: 'Any time' },
    minutes: 'How long you like to meet',
    schemeMinutes: '{minutes, number} minutes, as usual',
    longer: '{minutes, number} minutes, where the others like that too',
    kept: {
      morning: {
        usual: 'From the next pairing on, I look for a morning, and for {minutes, number} minutes as usual.',
        longer:
          'From the next pairing on, I look for a morning, and for {minutes, number} minutes if the others like that too.',
      },
      afternoon: {
        usual:
          'From the next pairing on, I look for an afternoon, and for {minutes, number} minutes as usual.',
        longer:
          'From the next pairing on, I look for an afternoon, and for {minutes, number} minutes if the others like that too.',
      },
      either: {
        usual:
          'From the next pairing on, any time of the day will do, for {minutes, number} minutes as usual.',
        longer:
          'From the next pairing on, any time of the day will do, for {minutes, number} minutes if the others like that too.',
      },
    },
  },
} as const;
