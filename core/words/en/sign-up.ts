/** What is said when somebody signs up, and of what they say there about themselves. */
export const signUp = {
  buttons: { look: 'Look first', send: 'Sign me up' },
  welcome: {
    what: 'Every few weeks you meet a colleague picked at random: a conversation over a favourite drink, by video or by phone, with no agenda.',
    askedTitle: 'What is asked of you',
    asked:
      'One conversation a month, {minutes, number} minutes long, in the week that begins on the {monday, plural, =1 {first} =2 {second} =3 {third} other {fourth}} Monday of the month. I find a time that is free in both calendars and send the invitation. You can take a break or leave whenever you like.',
    askedByWeeks:
      'One conversation every {weeks, number} weeks, {minutes, number} minutes long; the next one is in the week of {week}. I find a time that is free in both calendars and send the invitation. You can take a break or leave whenever you like.',
    keptTitle: 'What I keep',
    kept: 'I keep what the directory says of your work, that you take part, what you fill in when you sign up, and whom you met when. From your calendar I read when you are free or busy, and your working hours, but never what your appointments are about.',
    seenTitle: 'Who sees it',
    seen: 'The colleague you meet sees your name and picture, your job title, department and office, and what you write about yourself. A coordinator sees that you meet, with whom and when. Nobody sees what is said.',
  },
  /** While nobody has made a scheme. */
  soon: {
    title: 'UnMentoring begins here soon',
    text: 'Your coordinator is still setting it up, so there is nothing to join yet. Look in again in a few days.',
    again: 'Look again',
  },
  sample:
    'This is what a pairing looks like. The person is made up, the buttons for a real meeting are left out, and nothing is stored when you look.',
  samplePartner: {
    name: 'Sam Sample',
    department: 'Libraries',
    office: 'Town Hall',
    drink: 'ginger tea',
    about: 'I look after the mobile library and know every pothole in the county.',
    askMe: 'beekeeping, night trains',
  },
  title: 'Sign up for {scheme}',
  known:
    'Only the ground rules are needed. The rest may stay empty, and you can change it later under "Settings". Your name, job title, department, office, manager and time zone come from the directory.',
  settingsTitle: 'Your settings',
  rulesTitle: 'Ground rules',
  rules: {
    between: { name: 'It stays between us', tick: "I don't pass on what my partner tells me." },
    selling: { name: 'No selling', tick: "I don't use the conversation to sell or recruit." },
    turnUp: { name: 'Turn up or say so', tick: "I come, or say in good time that I can't." },
  },
  /** The name of a rule that the scheme itself has. */
  ownRule: 'A rule of {scheme}',
  ruleMissing: 'Please tick this one: you need it to take part.',
  rulesMissing:
    'Nothing was stored yet: to take part, you need all the ground rules. Please tick them and send the card again. The rest is as you filled it in.',
  wishesTitle: 'If you like',
  drink: 'Favourite drink (non-alcoholic; shown with your name)',
  about: 'One sentence about you (shown with your name)',
  askMe: 'Ask me about (shown with your name)',
  third: {
    name: 'When the number is odd, three people meet',
    tick: "I'm happy to be one of three.",
  },
  call: 'How you like to talk',
  calls: { video: 'By video', phone: 'On the phone' },
  language: 'Language in which I write to you',
  asInTeams: 'As in Teams',
  late: {
    joined:
      "You're in. This round of {scheme} has been paired already, but its conversations are still to come: I'm looking for somebody for you in the week of {week}. By that Monday I'll tell you here whether I have found somebody.",
    rejoined:
      "Welcome back to {scheme}. This round has been paired already, but its conversations are still to come: I'm looking for somebody for you in the week of {week}. By that Monday I'll tell you here whether I have found somebody.",
    'already-in':
      "You already take part in {scheme}. You joined after this round was paired, so I'm looking for somebody for you in the week of {week}, if you don't have a meeting in it yet.",
    resumed:
      "Your break from {scheme} is over. This round has been paired already, but its conversations are still to come: I'm looking for somebody for you in the week of {week}, if you don't have a meeting in it yet.",
  },
  afterLate: 'The round after it is paired on {pairing}, for conversations in the week of {week}.',
  noPairingLate:
    "You have no pairing yet. I'm still looking for somebody for you in the week of {week}, and I'll tell you here by that Monday whether I have found somebody.",
  shown: 'People you are paired with will read:',
  profile: {
    drink: 'Favourite drink: {drink}',
    about: 'In a sentence: {about}',
    askMe: 'Likes to be asked about: {askMe}',
  },
} as const;
