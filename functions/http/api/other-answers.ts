import type { HttpResponseInit } from '@azure/functions';
import * as z from 'zod';
import { settingsChange } from '../../../core/schemes/settings-schemas.ts';
import { changeScheme } from '../../../core/schemes/change-scheme.ts';
import { readSettings } from '../../../core/schemes/settings.ts';
import { askToErase, confirmErasure } from '../../../core/rights/ask-to-erase.ts';
import { readMyData } from '../../../core/rights/my-data.ts';
import { eraseRequest } from '../../../core/api/me.ts';
import { type SettingsConflict } from '../../../core/api/problem.ts';
import { readMyHistory } from '../../../core/views/me.ts';
import { readMyPairing } from '../../../core/views/my-pairing.ts';
import { readRound, readRounds } from '../../../core/views/rounds.ts';
import { readSchemes } from '../../../core/views/schemes.ts';
import { type Answer, asCoordinator, ok, refusal } from './answer.ts';
import { bodyText, jsonIn } from './json-body.ts';
import { answerHeaders } from '../secure-headers.ts';

/** The id of a round: the Monday of its meeting week. */
const roundId = z.iso.date();

const noScheme = 'There is no such scheme.';

/** What the tab asks for once it knows who the user is. */
export const otherAnswers = {
  'my-pairing': async ({ ports }, { id }) => ok(await readMyPairing(ports, id)),
  'my-history': async ({ ports }, { id }) => ok(await readMyHistory(ports, id)),
  'my-data': async ({ ports }, { id }) => ok(await readMyData(ports, id)),
  erase: async ({ ports }, { id }, request) => {
    const text = await bodyText(request);
    if (text === null) return tooLong();
    const { data, error } = eraseRequest.safeParse(jsonIn(text));
    if (error !== undefined) return refusal(400, 'bad-request', faultsIn(error));
    if (data.confirm === undefined) return ok(await askToErase(ports, id));
    const confirmed = await confirmErasure(ports, id, data.confirm);
    return confirmed.kind === 'confirmed'
      ? ok(confirmed)
      : refusal(409, 'conflict', 'Ask again: this was not asked, or more than an hour ago.');
  },
  schemes: async ({ ports }, { id }) => ok(await readSchemes(ports, id)),
  rounds: asCoordinator(async ({ ports }, _, { params }) =>
    found(await readRounds(ports, params.scheme ?? ''), noScheme),
  ),
  round: asCoordinator(async ({ ports }, _, { params }) => {
    const { data: round } = roundId.safeParse(params.round);
    const detail = round === undefined ? null : await readRound(ports, params.scheme ?? '', round);
    return found(detail, 'There is no such round.');
  }),
  settings: asCoordinator(async ({ ports }, _, { params }) =>
    found(await readSettings(ports, params.scheme ?? ''), noScheme),
  ),
  'change-settings': asCoordinator(async ({ ports }, { id }, request) => {
    const text = await bodyText(request);
    if (text === null) return tooLong();
    const { data, error } = settingsChange.safeParse(jsonIn(text));
    if (error !== undefined) return refusal(400, 'bad-request', faultsIn(error));
    const result = await changeScheme(ports, id, request.params.scheme ?? '', data);
    if (result.kind === 'unknown-scheme') return refusal(404, 'not-found', noScheme);
    return result.kind === 'changed' ? ok(result.stored) : conflict(result.stored);
  }),
} satisfies Record<string, Answer>;

/** Each fault of a body: where it is and what was expected. */
function faultsIn({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${['body', ...path].join('.')}: ${message}`).join('; ');
}

function tooLong(): HttpResponseInit {
  return refusal(413, 'bad-request', 'The body is longer than 256 kB.');
}

function found(body: unknown, otherwise: string): HttpResponseInit {
  return body === null ? refusal(404, 'not-found', otherwise) : ok(body);
}

function conflict(stored: SettingsConflict['standing']): HttpResponseInit {
  const error = { code: 'conflict', message: 'Somebody else changed these settings meanwhile.' } as const;
  const body: SettingsConflict = { error, standing: stored };
  return { status: 409, jsonBody: body, headers: answerHeaders };
}
