// The process of the function app as it is deployed. Its environment has the settings of a function app, and no other
// variables. The process has the clock of the host that started it.
import { pathToFileURL } from 'node:url';
import { answerHost } from '../../../local/host/answer-host.ts';

const machine = Date.now.bind(Date);
let ahead = 0;
const now = () => machine() + ahead;

Date.now = now;
globalThis.Date = new Proxy(Date, {
  construct: (date, given: unknown[], as) =>
    Reflect.construct(date, given.length === 0 ? [now()] : given, as) as Date,
});

answerHost(
  (main) => import(pathToFileURL(String(main)).href),
  (wanted) => {
    ahead = wanted - machine();
  },
);
