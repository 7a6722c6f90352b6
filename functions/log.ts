import type { Log } from '../core/ports/ports.ts';

/** Logs one line of JSON a step to standard output, which Application Insights collects. */
export const jsonLog: Log = (event, fields = {}) => {
  console.log(JSON.stringify({ event, ...fields }));
};
