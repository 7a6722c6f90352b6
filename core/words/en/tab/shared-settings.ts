/** What the bot and the tab's settings both say, in the same words. */
export const sharedSettings = {
  standing: {
    'not-in': 'You are not taking part in {scheme} yet.',
    active:
      'You take part in {scheme}. Everyone is paired next on {pairing}, for conversations in the week of {week}.',
    paused: 'You are taking a break from {scheme}. Your first day back is {until}.',
    pausedOpen: 'You are taking a break from {scheme}, until you say that you are back.',
    left: 'You have left {scheme}. You are welcome back whenever you like.',
  },
  pauseDate: 'First day back',
  refused: {
    guest:
      'Sorry, only people with a work account of this organisation can take part, because I need their calendar to find a time.',
    'not-in-directory':
      'I cannot find your account in the directory. Ask your IT desk whether it is enabled, and try again.',
    'date-past': 'That day is not in the future. Name the day on which you want to be back.',
    'date-too-far':
      'That is more than two years away. You can leave instead, and come back whenever you like.',
  },
  inviteRefused: {
    'cannot-take-part': 'That person cannot take part: it needs a work account of this organisation.',
    'not-again':
      'That person knows of this already, so I send no card. A word from you is the best invitation.',
    'not-possible':
      'I may not write to people who do not have the app yet. Tell your colleague to look for it in Teams.',
  },
  ahead: {
    pair: 'Your meeting with {names} on {day} would be cancelled, and I would look for somebody else for {names}.',
    pairWithoutTime:
      'Your meeting with {names}, which has no time yet, would be cancelled, and I would look for somebody else for {names}.',
    trio: '{names} would meet on {day} without you.',
    trioWithoutTime: '{names} would meet without you; they have no time yet.',
  },
  erase: {
    leaves: 'You would leave {schemes}.',
    goes: 'Your name, preferences and history would go, and cannot be brought back.',
    rest: 'The people you met keep that meeting in their history, with "a colleague" in place of your name. Outlook keeps its invitations, and Teams keeps your chat with me.',
    soon: 'It would be done within minutes.',
    later: 'What belongs to the round under way would stay until it ends, on {day}.',
    confirmed:
      'It is settled: everything about you will be erased within minutes. Thank you for having been here.',
    confirmedLater:
      'It is settled: you no longer take part, and everything about you will be erased when the round under way has ended, on {day}. Thank you for having been here.',
    nothing: 'I keep nothing about you that could be erased.',
    tooLate:
      'That button worked for one hour only, so nothing was erased. Here it is again, if you still want it.',
  },
  neverWith: {
    ask: 'Is there somebody whom you would rather not meet? Nobody else learns of it, and you need no reason.',
    kept: "Noted: from now on you'll never be paired with {name}. Only you can see this.",
    takenBack: 'Taken back. You may be paired again.',
  },
  invite: {
    ask: 'Whom would you like to invite?',
    what: 'That person gets one kind card from me with your name on it. "No, thanks" is a fine answer, and I never ask twice.',
    sent: 'A kind card goes to {name}. You need not do anything else.',
  },
  find: {
    name: 'First name and surname',
    nobody: "I can't find anybody of that name. Try the name as it is in Teams.",
  },
  hours: 'Time of day, on your own clock',
  hoursChoices: { morning: 'Mornings', afternoon: 'Afternoons', either: 'Any time' },
  minutes: 'How long you like to meet',
  schemeMinutes: '{minutes, number} minutes, as usual',
  longer: '{minutes, number} minutes, where the others like that too',
  data: {
    nothing: 'Nothing is kept here.',
    names: 'Who the ids are',
    elsewhereTitle: 'Kept elsewhere',
  },
} as const;
