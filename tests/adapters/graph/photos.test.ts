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
    const found = await graphPhotos({ batch }, () => undefined).of(['a.1', 'a.2', 'a.3', 'a.4']);
    assert.deepEqual([...found], [['a.4', 'data:image/jpeg;base64,QUJD']]);
  });

  it('are none, and a line in the log, when Graph does not answer', async () => {
    const batch = () => Promise.reject(new Error('down'));
    const found = await graphPhotos({ batch }, (event) => logged.push(event)).of([idOf(ann)]);
    assert.equal(found.size, 0);
    assert.deepEqual(logged, ['photos not read']);
  });
});
