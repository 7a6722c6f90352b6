import type { Log } from '../core/ports/ports.ts';

/** One line of JSON a step on standard output, where Application Insights picks it up. */
export const jsonLog: Log = (event, fields = {}) => {
  console.log(JSON.stringify({ event, ...fields }));
};
