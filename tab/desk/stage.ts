/** Colour of a round's stage, always beside its word. */
export const stageColor = {
  calling: 'informative',
  pairing: 'informative',
  booking: 'warning',
  meeting: 'success',
  closed: 'subtle',
} as const;
