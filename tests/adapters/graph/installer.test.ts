import assert from 'node:assert/strict';
import { graphInstaller } from '../../../adapters/graph/installer.ts';
import { employee, idOf } from '../../support/emulated-graph.ts';
import { useGraph } from './with-graph.ts';

const app = '33333333-3333-4333-8333-333333333333';
const ann = employee('Ann');

describe('graphInstaller', () => {
  const start = useGraph();

  it('adds the app for somebody, who may have it already', async () => {
    const installed: string[] = [];
    const install = async (oid: string) => installed.push(oid) === 1;
    const { graph } = await start({ employees: [ann], apps: { id: app, install } });
    const installer = graphInstaller(graph, app);
    for (let times = 0; times < 2; times++) assert.equal(await installer.install(idOf(ann)), 'installed');
    assert.deepEqual(installed, [ann.oid, ann.oid]);
  });

  it('says when the tenant does not allow it: no id, no app in the catalogue, no permission', async () => {
    const install = async () => true;
    const { graph, served } = await start({ employees: [ann], apps: { id: app, install } });
    assert.equal(await graphInstaller(graph, undefined).install(idOf(ann)), 'not-allowed');
    assert.equal(await graphInstaller(graph, ann.oid).install(idOf(ann)), 'not-allowed');
    served.permissions.delete('TeamsAppInstallation.ReadWriteSelfForUser.All');
    assert.equal(await graphInstaller(graph, app).install(idOf(ann)), 'not-allowed');
  });
});
