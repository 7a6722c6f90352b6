/** A round before it goes out. */
export const preview = {
  title: 'Preview',
} as const;
