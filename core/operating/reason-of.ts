import * as z from 'zod';

/** Why a neighbour did not do what was asked. It holds codes alone: texts of neighbours may hold names and addresses. */
export interface Reason {
  /** HTTP; null when there was no answer. */
  readonly status: number | null;
  /** Such as `TableNotFound`, `ECONNREFUSED`, `AADSTS700213`; null when the failure has none. */
  readonly code: string | null;
}

const text = z.string().min(1).optional().catch(undefined);
/** The parts of failures of Azure's clients, of `fetch` and of Entra's client that hold codes. */
const failure = z.object({
  message: z.string(),
  statusCode: z.number().optional().catch(undefined),
  code: text,
  errorCode: text,
  details: z
    .object({ errorCode: text, odataError: z.object({ code: text }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** The reason that a failure, or what caused it, gives. */
export function reasonOf(error: unknown): Reason {
  let reason: Reason = { status: null, code: null };
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth++) {
    const { data } = failure.safeParse(one);
    const entra = /AADSTS\d+/.exec(one.message)?.[0];
    const codes = [
      entra,
      data?.details?.errorCode,
      data?.details?.odataError?.code,
      data?.code,
      data?.errorCode,
    ];
    reason = {
      status: reason.status ?? data?.statusCode ?? null,
      code: reason.code ?? codes.find((code) => code !== undefined) ?? null,
    };
  }
  return reason;
}

/** @example '403 AuthorizationPermissionMismatch' */
export function reasonText({ status, code }: Reason): string {
  const parts = [status, code].filter((part) => part !== null);
  return parts.length === 0 ? 'failed without a code' : parts.join(' ');
}
