import {
  AuthError,
  ConfidentialClientApplication,
  ManagedIdentityApplication,
  ServerError,
  type AuthenticationResult,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node';

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

/** What the clients of Azure storage take as `TokenCredential`. */
interface StorageCredential {
  getToken(
    scopes: string | string[],
  ): Promise<{ readonly token: string; readonly expiresOnTimestamp: number }>;
}

export interface Identity {
  /** Gives the managed identity's own tokens. */
  readonly credential: StorageCredential;
  /** Gives the app registration's token for a resource, such as `https://graph.microsoft.com`. */
  readonly appToken: (resource: string) => Promise<string>;
}

/** Seconds after which a request for a token is given up. */
const longestRequest = 20;

/**
 * Access tokens without a secret: those of the managed identity, and those of the app registration, which trusts the
 * managed identity's token instead. msal keeps tokens, and renews them five minutes before they expire.
 */
export function managedIdentity(settings: IdentitySettings): Identity {
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: settings.managedIdentityClientId },
    system: { networkClient: http },
  });
  const own = shared('The managed identity', (resource) => identity.acquireToken({ resource }));

  const app = new ConfidentialClientApplication({
    auth: {
      clientId: settings.appId,
      authority: `${settings.authorityUrl}/${settings.tenantId}`,
      // Without this, msal would ask Microsoft's public cloud whether the host may be trusted.
      knownAuthorities: [new URL(settings.authorityUrl).host],
      clientAssertion: async () => (await own(settings.exchangeResource)).accessToken,
    },
    system: { networkClient: http },
  });
  const ofApp = shared('Microsoft Entra', (resource) =>
    app.acquireTokenByClientCredential({ scopes: [`${resource}/.default`] }),
  );

  return {
    credential: {
      async getToken(scopes) {
        const [scope = ''] = [scopes].flat();
        const { accessToken, expiresOn } = await own(scope.replace(/\/\.default$/, ''));
        return { token: accessToken, expiresOnTimestamp: expiresOn?.getTime() ?? 0 };
      },
    },
    appToken: async (resource) => (await ofApp(resource)).accessToken,
  };
}

/** Calls for one resource at the same time share one request. */
function shared(
  giver: string,
  ask: (resource: string) => Promise<AuthenticationResult | null>,
): (resource: string) => Promise<AuthenticationResult> {
  const asking = new Map<string, Promise<AuthenticationResult>>();
  const asked = async (resource: string) => {
    try {
      const result = await ask(resource);
      if (result !== null) return result;
    } catch (error) {
      throw error instanceof AuthError ? refusal(giver, resource, error) : error;
    } finally {
      asking.delete(resource);
    }
    throw new Error(`${giver} gave no token for ${resource}`);
  };
  return (resource) => {
    const result = asking.get(resource) ?? asked(resource);
    asking.set(resource, result);
    return result;
  };
}

/** Names codes alone: what msal quotes of an answer does not belong into a log. */
function refusal(giver: string, resource: string, error: AuthError): Error {
  const codes = [
    error instanceof ServerError && error.status,
    error.errorCode,
    /\bAADSTS\d+/.exec(error.errorMessage)?.[0],
    error.correlationId && `correlation id ${error.correlationId}`,
  ].filter(Boolean);
  return new Error(`${giver} gave no token for ${resource}: ${codes.join(', ')}`);
}

/** msal's own client waits five minutes for an answer. */
const http: INetworkModule = {
  sendGetRequestAsync: (url, options) => send('GET', url, options),
  sendPostRequestAsync: (url, options) => send('POST', url, options),
};

async function send<T>(
  method: string,
  url: string,
  { headers, body }: NetworkRequestOptions = {},
): Promise<NetworkResponse<T>> {
  const response = await fetch(url, {
    method,
    headers: headers ?? {},
    body: body ?? null,
    signal: AbortSignal.timeout(1000 * longestRequest),
  });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: (await response.json()) as T,
  };
}
