// Plays recorded rounds (tests/cases). `npm run cases -- --name NAME` tells one as a story. `npm run cases -- --update NAME` writes
// what people hear and see now into the case, to be reviewed.
import { parseArgs } from 'node:util';
import { caseNames, readCase, updateCase } from '../tests/support/cases/case-file.ts';
import { playCase } from '../tests/support/cases/play-case.ts';
import { storyOf } from '../tests/support/cases/story.ts';
import { useProduct } from '../tests/support/test-product.ts';

const { values } = parseArgs({ options: { name: { type: 'string' }, update: { type: 'string' } } });
const name = values.update ?? values.name;
if (name === undefined) {
  for (const each of caseNames()) console.log(`${each}: ${readCase(each).story}`);
} else {
  const ends: (() => Promise<void>)[] = [];
  const played = await playCase(
    useProduct((end) => ends.push(end)),
    readCase(name),
  );
  if (values.update !== undefined) updateCase(name, played.now);
  console.log(storyOf(readCase(name), played));
  for (const end of ends) await end();
}
