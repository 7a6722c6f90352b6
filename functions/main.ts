// The entry point of the function app.
import { cloudNeighbours } from './cloud.ts';
import { compose } from './compose.ts';
import { readConfig } from './config.ts';
import { register } from './register.ts';

const config = readConfig(process.env);
register(compose(config, cloudNeighbours(config)));
