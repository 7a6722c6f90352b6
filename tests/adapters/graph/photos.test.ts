import assert from 'node:assert/strict';
import { createGraph } from '../../../adapters/graph/client.ts';
import { graphPhotos } from '../../../adapters/graph/photos.ts';
import { employee, idOf, serveGraph, type ServedGraph } from '../../support/emulated-graph.ts';

const ann = employee('Ann', { hasPhoto: true });
const ben = employee('Ben');

describe('pictures by Graph', () => {
  let served: ServedGraph;
  const logged: string[] = [];
  before(async () => {
    served = await serveGraph({ employees: [ann, ben], now: () => 0 });
  });
  after(() => served.close());

  const photos = () => {
    const graph = createGraph(
      served.url,
      async () => 'app',
      async () => undefined,
      () => 0,
    );
    return graphPhotos(graph, (event) => logged.push(event));
  };

  it('are small data URIs of those who have one', async () => {
    const found = await photos().of([ann, ben].map(idOf));
    assert.deepEqual([...found.keys()], [idOf(ann)]);
    const uri = found.get(idOf(ann)) ?? '';
    assert.match(uri, /^data:image\/png;base64,iVBORw0KGgo/);
    assert.ok(uri.length < 4096);
  });

  it('that are too large, of another kind or not there are left out', async () => {
    const answers = [
      { status: 200, body: 'A'.repeat(4096) },
      { status: 200, body: '<svg onload="alert(1)">' },
      { status: 403, body: { error: {} } },
      { status: 200, body: 'QUJD', headers: { 'content-type': 'text/html' } },
    ];
    const batch = async () => answers.map((answer, i) => ({ id: `${i}`, ...answer }));
    const people = ['One', 'Two', 'Three', 'Four'].map((name) => idOf(employee(name)));
    const found = await graphPhotos({ batch }, () => undefined).of(people);
    assert.deepEqual([...found], [[people[3], 'data:image/jpeg;base64,QUJD']]);
  });

  it('are asked for by ids of the directory alone, whatever somebody names', async () => {
    const asked: string[] = [];
    const batch = async (requests: readonly { readonly url: string }[]) => {
      asked.push(...requests.map(({ url }) => url));
      return [];
    };
    await graphPhotos({ batch }, () => undefined).of(['a.me/../../groups', 'nobody', idOf(ann)]);
    assert.deepEqual(asked, [`/users/${idOf(ann).split('.')[1] ?? ''}/photos/48x48/$value`]);
  });

  it('are none, and a line in the log, when Graph does not answer', async () => {
    const batch = () => Promise.reject(new Error('down'));
    const found = await graphPhotos({ batch }, (event) => logged.push(event)).of([idOf(ann)]);
    assert.equal(found.size, 0);
    assert.deepEqual(logged, ['photos not read']);
  });
});
