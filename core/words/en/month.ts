/** What the product says by itself in the course of a round, and what it answers to that. */
export const month = {
  buttons: {
    coming: "I'll be there",
    cannot: "Can't make it",
    write: 'Write to {name}',
    yes: 'Yes',
    'not-yet': 'Not yet',
    no: 'No',
    'did-meet': 'We did meet',
    'how-was-it': 'How it was',
    'not-this-time': 'Not this time',
    'count-me-in': 'Count me in',
    'still-in': 'Yes, keep me in',
  },
  /** What a notification shows: nobody is named. */
  notice: {
    pairing: 'You have somebody new to meet.',
    change: 'There is news of your meeting.',
    choose: 'There is a time to choose.',
    before: 'Your meeting is near.',
    remind: 'Will you be there?',
    met: 'Did you meet?',
    again: 'Would you still like to meet?',
  },
  before: {
    today: 'Today at {from} you are meeting {names}',
    tomorrow: 'Tomorrow at {from} you are meeting {names}',
    later: 'On {weekday} at {from} you are meeting {names}',
    away: 'By your calendars, one of you seems to be away then. These times suit everybody:',
  },
  remind: {
    coming: 'The people who look after these meetings would like to know: will you be there?',
    choose: 'The people who look after these meetings would like to know: which time suits you?',
  },
  coming: {
    noted: "Noted: you'll be there. Enjoy the conversation.",
    stillSuits: 'It still suits me',
  },
  cannot: {
    lead: 'No problem. These times suit everybody:',
    none: "No problem. I can't find another time this week that suits everybody. You can write to each other, or leave it for this time.",
  },
  met: {
    title: 'Did you meet {names}?',
    was: 'You were to meet on {when}. Just say how it is; nobody minds.',
    how: "That's good to hear. Tell me a word about it, if you like; all of it may stay empty.",
    face: 'How was it?',
    faces: { '4': '😀 Lovely', '3': '🙂 Good', '2': '😐 So-so', '1': '🙁 Not for me' },
    takeaway: 'One thing to take away',
    share: 'Only you can read this, unless you share it.',
    shareWith: 'Share it with {names}',
    kept: 'I have kept that. Thank you for taking the time.',
    keptShared: 'I have kept that, and shared what you take away. Thank you for taking the time.',
    said: {
      yes: 'You met {names}.',
      'not-yet': 'You have not met {names} yet.',
      no: 'You did not meet {names} this time.',
    },
    no: 'That happens, and nobody minds. You may well be paired another time.',
    lead: 'Shall we find another time? These suit everybody:',
    none: "I can't find a time in the next few days that suits everybody. Write to each other if you like; the next round brings somebody new.",
  },
  again: {
    title: 'Would you still like to meet {names}?',
    lead: 'It did not work out last week, and that is fine. These times suit everybody:',
  },
  choose: {
    passed:
      '{passed, plural, =0 {Nobody has picked a time yet.} one {Nobody has picked a time yet, and one of them has passed.} other {Nobody has picked a time yet, and # of them have passed.}}',
    booked: "If nobody picks one by {when}, I'll book the best one left, so that you meet.",
    none: 'Without a time there is no meeting in this round, and nobody minds.',
  },
  call: {
    ask: 'Are you in this time?',
    how: "Everyone in {scheme} is paired on {pairing}, for conversations in the week of {week}. If I hear nothing, you skip this one, and I'll ask again next time.",
    remind:
      'You are in the next round of {scheme}: everyone is paired on {pairing}, for conversations in the week of {week}. If it does not suit you, skip this one.',
    yes: 'You are in: everyone is paired on {pairing}, and your conversation is in the week of {week}.',
    skipped: "That's fine: you skip this one, and I'll tell you when the next one is near.",
    refused: {
      closed: 'That round has been paired already.',
      'not-in': 'You are not taking part at the moment.',
      'unknown-scheme': 'That scheme is not there any more.',
    },
  },
  back: {
    title: 'Welcome back',
    said: 'Your break from {scheme} is ending: your first day back is {until}. Everyone is paired next on {pairing}, for conversations in the week of {week}.',
  },
  still: {
    title: 'Would you like to stay in {scheme}?',
    ask: 'I have not heard from you for three rounds. One press is enough; if you would rather stop, that is fine too.',
    out: 'I have taken you out of {scheme} for now, because I have not heard from you for a while. You keep your history, and one press brings you back whenever you like.',
    outTitle: 'You are out of {scheme} for now',
    in: 'Good to know. You stay in {scheme}.',
  },
  refused: {
    'not-yours': 'That is not a meeting of yours, so I have noted nothing.',
    changed: 'Your meeting has changed since I asked. This is how it stands now.',
    'not-over': "This meeting has not begun yet. I'll ask you again afterwards.",
    over: "This meeting has begun already. I'll ask you afterwards how it was.",
    closed: 'That round is closed, so nothing can be added. The next one is on its way.',
  },
  /** In place of an earlier card about the same meeting. */
  outdated: {
    changed: 'This has changed. My message below says how it stands now.',
    newer: 'There is a newer message about this meeting below.',
    over: 'This meeting is over. There is a question about it below.',
  },
  coordinator: {
    draft: {
      title: '{scheme}: the round is ready to look at',
      timed: 'Until {day}, {time} you can change it. Then it goes out, or sooner if you release it.',
      waits: 'It waits for you to release it. If nobody does, it goes out when its week begins, on {day}.',
      look: 'Look at the round',
    },
    paired: {
      title: '{scheme}: the round is paired',
      line: '{pairs, plural, =0 {No pairs} one {One pair} other {# pairs}}, {trios, plural, =0 {no group of three} one {one group of three} other {# groups of three}}; {without, plural, =0 {nobody is left over} one {one person is left over} other {# people are left over}}.',
    },
    hand: {
      title: '{scheme} needs a hand',
      'refused-by-outlook':
        '{count, plural, one {Outlook keeps refusing one invitation.} other {Outlook keeps refusing # invitations.}} Your tab says whose, and the operators can see why.',
      'not-reached':
        '{count, plural, one {I could not reach one person} other {I could not reach # people}} of {of, number}: the app may be blocked or removed.',
      'poison-messages':
        '{count, plural, one {One task has failed} other {# tasks have failed}} again and again and waits for somebody. The operators can try it again.',
      'without-meeting':
        '{count, plural, one {One person} other {# people}} of {of, number} will have no meeting in this round. Your tab says why, person by person.',
    },
    closed: {
      title: '{scheme}: the round in five figures',
      tookPart: 'Took part',
      paired: 'Paired',
      met: 'Met',
      notMet: 'Did not meet',
      notKnown: 'Not known',
    },
  },
} as const;
