// The entry point of the function app. It reads the settings and registers every function. Everything else is loaded by
// the first call that needs it, so that a new instance is ready soon.
import { readConfig } from './config.ts';
import { once } from './once.ts';
import { register } from './register.ts';

const config = readConfig(process.env);
register(
  once(async () => {
    const { cloudNeighbours, compose } = await import('./first.ts');
    return compose(config, cloudNeighbours(config));
  }),
  config,
);
