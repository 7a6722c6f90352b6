type Value = string | boolean | readonly string[] | null;

/** A user as Graph shows it: property names and values. */
export type User = Readonly<Record<string, Value>> & { readonly id: string; readonly mail: string };
