// The most characters (UTF-16 code units) of what people write. The tab's fields end there too: this imports no schema.

/** Of each thing that somebody writes about themselves. */
export const mostWritten = { drink: 60, about: 140, askMe: 80 } as const;

/** Of each thing that coordinators write about a scheme. */
export const mostWrittenOfScheme = { name: 60, purpose: 200, ownRule: 150 } as const;

/** Of what somebody takes away from a meeting. */
export const longestTakeaway = 280;

/** The most people on a list of whom somebody would, or would never, meet. */
export const mostListed = 100;

/** Of each private note. */
export const longestNote = 2000;

/** Of the word with which a coordinator calls a meeting off. */
export const longestWord = 200;
