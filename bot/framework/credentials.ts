import type { ServiceClientCredentialsFactory } from './botbuilder-types.ts';

/** A token for the Bot Connector: in the cloud from the app's managed identity, fresh or cached by whoever gives it. */
export type ConnectorToken = () => Promise<string>;

/** Bridges a token to botbuilder. Authentication is never off, and only `appId` is us. */
export function tokenCredentials(
  appId: string,
  token: ConnectorToken,
): Pick<ServiceClientCredentialsFactory, keyof ServiceClientCredentialsFactory> {
  return {
    isValidAppId: async (id) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      async signRequest(request) {
        request.headers.set('authorization', `Bearer ${await token()}`);
        return request;
      },
    }),
  };
}
