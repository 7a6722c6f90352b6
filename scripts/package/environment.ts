import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';

const nobody = '00000000-0000-0000-0000-000000000000';
const guid = (what: string) => {
  const expected = `${what}, a GUID such as 6d2f8a58-4f5c-4b0e-9d39-0f9a1f7d3c11`;
  return z
    .guid({ error: expected })
    .refine((value) => value !== nobody, { error: expected })
    .toLowerCase();
};

/** What differs between one tenant and another. Each message says what is expected of its field. */
const environmentSchema = z.strictObject({
  /** Of the app in Teams: made once for a tenant, and never changed. */
  teamsAppId: guid('the id of the app in Teams'),
  /** Of the app registration of bot and tab: the setting `APP_ID`. */
  appId: guid('the client id of the app registration'),
  /** Serves `/tab`, `/api` and the pages. */
  host: z.string({ error: 'a host name' }).regex(/^(?!-)([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/, {
    error: 'a host name in lower case, without https:// and path, such as unmentoring.contoso.com',
  }),
  /** Teams shows it as the developer of the app. */
  organisation: z
    .string({ error: 'the name of the organisation' })
    .trim()
    .min(1, { error: 'the name of the organisation' })
    .max(32, { error: 'a name of at most 32 characters' }),
});
export type Environment = Readonly<z.infer<typeof environmentSchema>>;

/** An environment, or every fault of its file: where it is, and what is expected there. */
type Read =
  | { readonly kind: 'read'; readonly environment: Environment }
  | { readonly kind: 'wrong'; readonly faults: readonly string[] };

/**
 * Reads an environment.
 * @param text YAML
 * @param file named in the faults
 * @param example fields that still have its values are faults
 * @example contoso.yaml, line 3, field appId: "abc" is wrong; expected the client id of the app registration, a GUID such as …
 */
export function readEnvironment(text: string, file: string, example?: Environment): Read {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return wrong(
      document.errors.map(({ pos, message }) => {
        const { line, col } = lines.linePos(pos[0]);
        return `${file}, line ${line}, column ${col}: ${message}; expected YAML with a field and its value on each line`;
      }),
    );
  }
  const content: unknown = document.toJS() ?? {};
  const parsed = environmentSchema.safeParse(content);
  if (!parsed.success) return wrong(parsed.error.issues.flatMap((issue) => faultsOf(issue)));
  const { data } = parsed;
  const copied = environmentSchema.keyof().options.filter((field) => data[field] === example?.[field]);
  if (copied.length > 0)
    return wrong(
      copied.map((field) => `${placeOf(field)} still has the value of the example; expected your own`),
    );
  return { kind: 'read', environment: data };

  function faultsOf(issue: z.core.$ZodIssue): string[] {
    const fields = Object.keys(environmentSchema.shape).join(', ');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((field) => `${placeOf(field)} is not known; expected one of ${fields}`);
    const [field] = issue.path;
    if (field === undefined) return [`${file}, line 1: this is no list of fields; expected ${fields}`];
    const value = (content as Record<PropertyKey, unknown>)[field];
    const problem = value === undefined ? 'is missing' : `${JSON.stringify(value)} is wrong`;
    return [`${placeOf(String(field))} ${problem}; expected ${issue.message}`];
  }

  function placeOf(field: string): string {
    return `${file}, line ${lineOf(document, field, lines)}, field ${field}:`;
  }
}

function wrong(faults: readonly string[]): Read {
  return { kind: 'wrong', faults };
}

/** The line of a field, counted from 1; for a missing one the line of the first field. */
function lineOf({ contents }: Document.Parsed, field: string, lines: LineCounter): number {
  const keys = isMap(contents) ? contents.items.map(({ key }) => key).filter((key) => isScalar(key)) : [];
  const { range } = keys.find(({ value }) => value === field) ?? keys[0] ?? {};
  return range ? lines.linePos(range[0]).line : 1;
}
