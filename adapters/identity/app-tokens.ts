import {
  AuthError,
  ConfidentialClientApplication,
  ServerError,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node';
import type { requests } from './requests.ts';
import { sharedAsking } from './shared-asking.ts';

export interface IdentitySettings {
  /** Where the tenant's tokens come from, such as `https://login.microsoftonline.com`. */
  readonly authorityUrl: string;
  readonly tenantId: string;
  /** The app registration that Graph and Teams know. */
  readonly appId: string;
  /** The user-assigned managed identity that the app registration trusts as a federated credential. */
  readonly managedIdentityClientId: string;
  /**
   * The audience of the managed identity's token that the app registration trusts, such as `api://AzureADTokenExchange`:
   * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
   */
  readonly exchangeResource: string;
}

/**
 * The app registration's tokens. msal keeps them, and renews them five minutes before they expire.
 * @param assertion gives the managed identity's token that the app registration trusts
 * @returns gives the token for a resource, such as `https://graph.microsoft.com`
 */
export function appTokens(
  settings: IdentitySettings,
  assertion: () => Promise<string>,
  send: ReturnType<typeof requests>,
): (resource: string) => Promise<string> {
  const app = new ConfidentialClientApplication({
    auth: {
      clientId: settings.appId,
      authority: `${settings.authorityUrl}/${settings.tenantId}`,
      // Without this, msal would ask Microsoft's public cloud whether the host may be trusted.
      knownAuthorities: [new URL(settings.authorityUrl).host],
      clientAssertion: assertion,
    },
    system: { networkClient: network(send) },
  });
  return sharedAsking(async (resource) => {
    try {
      const result = await app.acquireTokenByClientCredential({ scopes: [`${resource}/.default`] });
      if (result !== null) return result.accessToken;
    } catch (error) {
      throw error instanceof AuthError ? refusal(resource, error) : error;
    }
    throw new Error(`Microsoft Entra gave no token for ${resource}`);
  });
}

/** Names codes alone: what msal quotes of an answer does not belong into a log. */
function refusal(resource: string, error: AuthError): Error {
  const codes = [
    error instanceof ServerError && error.status,
    error.errorCode,
    /\bAADSTS\d+/.exec(error.errorMessage)?.[0],
    error.correlationId && `correlation id ${error.correlationId}`,
  ].filter(Boolean);
  return new Error(`Microsoft Entra gave no token for ${resource}: ${codes.join(', ')}`);
}

/** msal's own client waits five minutes for an answer. */
function network(send: ReturnType<typeof requests>): INetworkModule {
  const call = async <T>(
    method: 'GET' | 'POST',
    url: string,
    { headers = {}, body = '' }: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> => {
    const answer = await send({ method, url, headers, ...(method === 'POST' && { body }) });
    return {
      status: answer.status,
      headers: answer.headers.toJSON(),
      body: JSON.parse(answer.bodyAsText ?? '') as T,
    };
  };
  return {
    sendGetRequestAsync: (url, options) => call('GET', url, options),
    sendPostRequestAsync: (url, options) => call('POST', url, options),
  };
}
