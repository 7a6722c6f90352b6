/** A text that somebody wrote, as it is kept: on one line, without invisible characters, cut where it is too long. Null: nothing is left. */
export function oneLine(text: string, most: number): string | null {
  const line = text.replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}\s]+/gu, ' ').trim();
  const fitting = line
    .slice(0, most)
    .replace(/\p{Cs}/gu, '')
    .trim();
  return fitting === '' ? null : fitting;
}
