import { app, type HttpResponseInit } from '@azure/functions';
import type { BotRequest, BotResponse } from '../../bot/bot.ts';
import { jsonBody } from './json-body.ts';

/** `POST /api/messages`. Anonymous to Functions: the bot itself checks the signature of the request. */
export function registerMessages(converse: (request: BotRequest) => Promise<BotResponse>): void {
  app.http('messages', {
    route: 'api/messages',
    methods: ['POST'],
    authLevel: 'anonymous',
    handler: async (request): Promise<HttpResponseInit> => {
      const body = await jsonBody(request);
      if (body === undefined) return { status: 400, body: 'expected a Bot Framework activity as JSON' };
      return converse({ headers: Object.fromEntries(request.headers), body });
    },
  });
}
