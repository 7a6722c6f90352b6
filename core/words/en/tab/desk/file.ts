/** The table of everybody in a round, as a file for a spreadsheet. */
export const file = {
  name: 'round-{round}.csv',
  heads: {
    department: 'Department',
    mail: 'Mail address',
    step: 'How far they have come',
    partners: 'Meets',
    when: 'When ({zone})',
    answer: 'Answer',
    outcome: 'Did they meet',
    reason: 'Why no meeting',
    told: 'Message',
  },
  steps: {
    enrolled: 'Signed up',
    in: 'In this round',
    paired: 'Paired',
    invited: 'Invited',
    accepted: 'Accepted',
    met: 'Met',
  },
  answers: { none: 'No answer yet', accepted: 'Accepted', tentative: 'Tentative', declined: 'Declined' },
} as const;
