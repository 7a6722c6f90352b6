import { app } from '@azure/functions';
import type { PageName } from '../../../core/words/page-words.ts';
import type { Config } from '../../config.ts';

/**
 * The public pages and their routes. A route must not be empty, so that of the home page is a parameter that must be. Its
 * address needs the host's own page out of the way: the setting `AzureWebJobsDisableHomepage`.
 */
const routes: Readonly<Record<PageName, string>> = {
  home: '{nothing:maxlength(0)?}',
  privacy: 'privacy',
  terms: 'terms',
  support: 'support',
};

/** `GET /`, `/privacy`, `/terms` and `/support`: the pages that the Teams manifest names. They are open to anybody. */
export function registerPages(operator: Pick<Config, 'ORGANISATION_NAME' | 'SUPPORT_CONTACT'>): void {
  for (const [name, route] of Object.entries(routes)) {
    app.http(name, {
      route,
      methods: ['GET', 'HEAD'],
      authLevel: 'anonymous',
      handler: async (request) => {
        const { answerPage } = await import('./answer-page.ts');
        return answerPage(name as PageName, request, operator);
      },
    });
  }
}
