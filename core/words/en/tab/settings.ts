/** What a person's own settings say. */
export const settings = {
  mySettings: {},
} as const;
