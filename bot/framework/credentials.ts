import type { ServiceClientCredentialsFactory } from './botbuilder-types.ts';

/**
 * Gives an access token for the Bot Connector. In the cloud it is the app's managed identity's; the giver may cache
 * it.
 */
export type ConnectorToken = () => Promise<string>;

/** Gives botbuilder our token. Authentication is always on, and `appId` is the only valid app. */
export function tokenCredentials(
  appId: string,
  token: ConnectorToken,
): Pick<ServiceClientCredentialsFactory, keyof ServiceClientCredentialsFactory> {
  return {
    // A GUID, which does not tell cases apart.
    isValidAppId: async (id: unknown) => typeof id === 'string' && id.toLowerCase() === appId.toLowerCase(),
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      async signRequest(request) {
        request.headers.set('authorization', `Bearer ${await token()}`);
        return request;
      },
    }),
  };
}
