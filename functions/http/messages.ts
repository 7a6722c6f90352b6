import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import type { Product } from '../compose.ts';

/** `POST /api/messages`: anonymous to Functions, because the bot itself checks who signed the request. */
export function registerMessages({ converse }: Product): void {
  app.http('messages', {
    route: 'api/messages',
    methods: ['POST'],
    authLevel: 'anonymous',
    handler: async (request): Promise<HttpResponseInit> => {
      const body = await json(request);
      if (body === undefined) return { status: 400, body: 'expected a Bot Framework activity as JSON' };
      return converse({ headers: Object.fromEntries(request.headers), body });
    },
  });
}

/** The body as JSON; undefined when it is none. */
async function json(request: HttpRequest): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}
