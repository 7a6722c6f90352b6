/**
 * The languages that a browser accepts, the one that it likes best first. Those it refuses (`q=0`) and `*` are left out.
 * @param header `Accept-Language`
 * @example acceptedLanguages('en;q=0.5, de-AT, fr;q=0') → ['de-AT', 'en']
 */
export function acceptedLanguages(header: string): string[] {
  return header
    .split(',')
    .map((one) => {
      const [tag = '', ...parameters] = one.split(';').map((part) => part.trim());
      const weight = parameters.find((part) => /^q=/i.test(part))?.slice(2);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i.test(tag) && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
