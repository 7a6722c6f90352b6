import assert from 'node:assert/strict';
import { employee, serveGraph } from '../../support/emulated-graph.ts';

const app = '33333333-3333-4333-8333-333333333333';
const ann = employee('Ann');
const catalogue = 'https://graph.microsoft.com/v1.0/appCatalogs/teamsApps';

describe('emulated Graph: adding the app for somebody', () => {
  const bound = (to: string) => ({ 'teamsApp@odata.bind': to });
  for (const [what, person, body, status] of [
    ['somebody', ann.oid, bound(`${catalogue}/${app}`), 201],
    ['somebody unknown', 'nobody@contoso.example', bound(`${catalogue}/${app}`), 404],
    ['an app that is not in the catalogue', ann.oid, bound(`${catalogue}/${ann.oid}`), 404],
    ['another address', ann.oid, bound(`https://example.org/${app}`), 400],
    ['no app', ann.oid, {}, 400],
    ['more than the app', ann.oid, { ...bound(`${catalogue}/${app}`), consentedPermissionSet: {} }, 400],
  ] as const) {
    it(`answers ${status} for ${what}`, async () => {
      const apps = { id: app, install: async () => true };
      const graph = await serveGraph({ employees: [ann], now: () => 0, apps });
      try {
        const answer = await fetch(`${graph.url}/v1.0/users/${person}/teamwork/installedApps`, {
          method: 'POST',
          headers: { Authorization: 'Bearer app', 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        });
        assert.equal(answer.status, status, await answer.text());
      } finally {
        await graph.close();
      }
    });
  }
});
