import type { z } from 'zod';
import { badRequest } from './errors.ts';

/**
 * Parses a body by its schema. Refusals use Graph's wording.
 * @throws GraphError 400: `RequestBodyRead` for an unknown property, `ErrorPropertyValidationFailure` for a bad value
 */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown, type: string): T {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest('Empty Payload. JSON content expected.', 'BadRequest');
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path.join('.') ?? '';
  if (issue?.code === 'unrecognized_keys') {
    throw badRequest(
      `The property '${[...(path === '' ? [] : [path]), issue.keys[0]].join('.')}' does not exist on type '${type}'. ` +
        'Make sure to only use property names that are defined by the type.',
      'RequestBodyRead',
    );
  }
  throw badRequest(
    `The value of property '${path}' is invalid: ${issue?.message ?? ''}.`,
    'ErrorPropertyValidationFailure',
  );
}

/**
 * Parses an action's parameters. Their names may begin with an upper or a lower case letter, as in the
 * documentation's examples. No body counts as an empty one.
 * @throws GraphError 400 as `parseBody`
 */
export function parseParameters<T>(schema: z.ZodType<T>, body: unknown, type: string): T {
  if (typeof body !== 'object' || body === null) return parseBody(schema, body ?? {}, type);
  const named = Object.entries(body).map(([name, value]: [string, unknown]) => {
    return [`${name.charAt(0).toLowerCase()}${name.slice(1)}`, value] as const;
  });
  return parseBody(schema, Array.isArray(body) ? body : Object.fromEntries(named), type);
}
