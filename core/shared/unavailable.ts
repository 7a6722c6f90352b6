/** The neighbours that somebody in a conversation may have to wait for. */
type Neighbour = 'storage' | 'graph';

interface Details extends ErrorOptions {
  /** Whether the caller may have changed something before. False when absent. */
  readonly mayHaveChanged?: boolean;
}

/** A neighbour does not answer at the moment, or turns everything away. The same request may succeed later. */
export class Unavailable extends Error {
  readonly neighbour: Neighbour;
  readonly mayHaveChanged: boolean;

  constructor(neighbour: Neighbour, message: string, { mayHaveChanged = false, ...options }: Details = {}) {
    super(message, options);
    this.name = 'Unavailable';
    this.neighbour = neighbour;
    this.mayHaveChanged = mayHaveChanged;
  }
}
