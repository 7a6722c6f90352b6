// The languages that the product speaks: a folder and a line for each.
export * as en from './en/spoken.ts';
export * as de from './de/spoken.ts';
export * as qps from './qps/spoken.ts';
