export const invitation = {
  invitation: {
    phone:
      "By phone: {caller} calls {called}. Open {called}'s contact card in Teams or Outlook and call the number there, or press the phone symbol in your chat in Teams. If you can't reach each other, or a third person has joined you, use the Teams link of this invitation.",
    greeting: 'Hello,',
    opening:
      '{scheme} has brought you together at random: {minutes, number} minutes to get to know each other, over a favourite drink. There is no agenda.',
    move: 'Does another time suit you better? Decline with a proposed time in Outlook, or write "another time" to the UnMentoring bot in Teams. Nobody minds.',
    stop: 'Would you rather not take part any more? Write "leave" to the bot.',
  },
  cancellation: {
    asked:
      'This time did not suit everybody, so it is free again in your calendars. {scheme} tells you in the Teams chat which other times there are.',
    cancelled:
      'This conversation cannot take place after all, and that can happen. {scheme} tells you in the Teams chat how it goes on.',
    cancelledBy:
      '{name} cannot take part this time after all, and that can happen. {scheme} tells you in the Teams chat what happens next.',
    withdrawn: 'This time no longer holds. {scheme} tells you in the Teams chat what happens next.',
  },
} as const;
