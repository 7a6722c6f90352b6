// Types of constructor parameters that botbuilder does not export.
import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';

type Parameters = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>;

export type ServiceClientCredentialsFactory = NonNullable<Parameters[1]>;
export type ConnectorClientOptions = NonNullable<Parameters[4]>;
