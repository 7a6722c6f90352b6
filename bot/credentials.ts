import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';

/** A token for the Bot Connector: in the cloud from the app's managed identity, fresh or cached by whoever gives it. */
export type ConnectorToken = () => Promise<string>;

type Credentials = Awaited<ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']>>;

/** Bridges a token to botbuilder, which keeps the check that a request is for `appId`. Authentication is never off. */
export class TokenCredentialsFactory extends ConfigurationServiceClientCredentialFactory {
  readonly #token: ConnectorToken;

  constructor(appId: string, token: ConnectorToken) {
    super({ MicrosoftAppId: appId });
    this.#token = token;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  override async createCredentials(): Promise<Credentials> {
    const token = this.#token;
    return {
      async signRequest(request) {
        request.headers.set('authorization', `Bearer ${await token()}`);
        return request;
      },
    };
  }
}
