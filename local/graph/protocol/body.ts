import type { z } from 'zod';
import { badRequest } from './errors.ts';

/**
 * Parses a body by its schema, refusing in Graph's words.
 * @throws GraphError 400: `RequestBodyRead` for what the type does not have, `ErrorPropertyValidationFailure` for a bad value.
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
