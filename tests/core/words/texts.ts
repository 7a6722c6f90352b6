/** Every text in a catalogue, by its place, such as `bot.buttons.help`. */
export function textsIn(value: unknown, place: string): [string, string][] {
  if (value === true) return [];
  if (typeof value === 'string') return [[place, value]];
  if (typeof value !== 'object' || value === null) throw new Error(`${place} is no text`);
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, `${place}.${name}`));
}
