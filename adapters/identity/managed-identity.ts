import { ConfidentialClientApplication, ManagedIdentityApplication } from '@azure/msal-node';

export interface IdentitySettings {
  readonly tenantId: string;
  /** The app registration that Graph and Teams know. */
  readonly appId: string;
  /** The user-assigned managed identity that the app registration trusts as a federated credential. */
  readonly managedIdentityClientId: string;
}

/** The audience of the managed identity's token that the app registration trusts: https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity */
const exchange = 'api://AzureADTokenExchange';

/**
 * Access tokens of the app registration, without a secret: it trusts the managed identity's token instead. msal keeps
 * tokens and renews them shortly before they expire.
 * @returns a function from a resource, such as `https://graph.microsoft.com`, to a token for it
 */
export function managedIdentityTokens(settings: IdentitySettings): (resource: string) => Promise<string> {
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: settings.managedIdentityClientId },
  });
  const app = new ConfidentialClientApplication({
    auth: {
      clientId: settings.appId,
      authority: `https://login.microsoftonline.com/${settings.tenantId}`,
      clientAssertion: async () => (await identity.acquireToken({ resource: exchange })).accessToken,
    },
  });
  return async (resource) => {
    const result = await app.acquireTokenByClientCredential({ scopes: [`${resource}/.default`] });
    if (!result) throw new Error(`Microsoft Entra gave no token for ${resource}`);
    return result.accessToken;
  };
}
