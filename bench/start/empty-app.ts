// An app of one function, to compare with.
import { app } from '@azure/functions';

app.http('me', {
  route: 'api/me',
  methods: ['GET'],
  authLevel: 'anonymous',
  handler: async () => ({ jsonBody: {} }),
});
