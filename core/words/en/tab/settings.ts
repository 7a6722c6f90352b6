/** What a person's own settings say. */
export const settings = {
  mySettings: { title: 'Settings', text: 'To change your settings, write “settings” to the bot.' },
} as const;
