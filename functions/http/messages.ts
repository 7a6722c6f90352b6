import { app, type HttpResponseInit } from '@azure/functions';
import type { Product } from '../compose.ts';
import { bodyText, jsonIn } from './api/json-body.ts';
import { answerHeaders } from './secure-headers.ts';

/** `POST /api/messages`. Anonymous to Functions: the bot itself checks the signature of the request. */
export function registerMessages(product: () => Promise<Pick<Product, 'converse'>>): void {
  app.http('messages', {
    route: 'api/messages',
    methods: ['POST'],
    authLevel: 'anonymous',
    handler: async (request): Promise<HttpResponseInit> => {
      const text = await bodyText(request);
      if (text === null) return { status: 413, body: 'expected at most 256 kB', headers: answerHeaders };
      const headers = Object.fromEntries(request.headers);
      if (headers.authorization === undefined) {
        return { status: 401, body: 'expected a token', headers: answerHeaders };
      }
      const { converse } = await product();
      const answer = await converse({ headers, body: jsonIn(text) });
      return { ...answer, headers: { ...answerHeaders, ...answer.headers } };
    },
  });
}
