import assert from 'node:assert/strict';
import { readEnvironment } from '../../scripts/package/environment.ts';
import { exampleEnvironment } from './example.ts';

const right = {
  teamsAppId: '0a6f9d7e-0b5c-4e39-9a53-3d8f0c2b9e01',
  appId: 'F4B1C7D2-6E0A-4B6C-8D1E-2A9B3C4D5E6F',
  host: 'coffee.fabrikam.com',
  organisation: 'Fabrikam',
};

function yaml(changes: Record<string, string | null> = {}): string {
  const fields: Record<string, string | null> = { ...right, ...changes };
  return Object.entries(fields)
    .flatMap(([field, value]) => (value === null ? [] : [`${field}: ${value}`]))
    .join('\n');
}

function faults(text: string): readonly string[] {
  const read = readEnvironment(text, 'fabrikam.yaml');
  return read.kind === 'wrong' ? read.faults : [];
}

describe('an environment of the package', () => {
  it('is read, with ids in small letters', () => {
    const read = readEnvironment(yaml(), 'fabrikam.yaml');
    assert.deepEqual(read, { kind: 'read', environment: { ...right, appId: right.appId.toLowerCase() } });
  });

  const guid = 'a GUID such as 6d2f8a58-4f5c-4b0e-9d39-0f9a1f7d3c11';
  const host = 'a host name in lower case, without https:// and path, such as unmentoring.contoso.com';
  const cases: [what: string, text: string, fault: string][] = [
    [
      'an id that is none',
      yaml({ appId: 'abc' }),
      `line 2, field appId: "abc" is wrong; expected the client id of the app registration, ${guid}`,
    ],
    [
      'an id of zeros',
      yaml({ teamsAppId: '00000000-0000-0000-0000-000000000000' }),
      `line 1, field teamsAppId: "00000000-0000-0000-0000-000000000000" is wrong; expected the id of the app in Teams, ${guid}`,
    ],
    ['a missing field', yaml({ host: null }), 'line 1, field host: is missing; expected a host name'],
    [
      'an address instead of a host',
      yaml({ host: 'https://coffee.fabrikam.com/' }),
      `line 3, field host: "https://coffee.fabrikam.com/" is wrong; expected ${host}`,
    ],
    [
      'a host without a domain',
      yaml({ host: 'localhost' }),
      `line 3, field host: "localhost" is wrong; expected ${host}`,
    ],
    [
      'a number instead of a name',
      yaml({ organisation: '365' }),
      'line 4, field organisation: 365 is wrong; expected the name of the organisation',
    ],
    [
      'a name that Teams does not take',
      yaml({ organisation: 'x'.repeat(33) }),
      `line 4, field organisation: "${'x'.repeat(33)}" is wrong; expected a name of at most 32 characters`,
    ],
    [
      'a misspelled field',
      `${yaml()}\nhostname: a.b.com`,
      'line 5, field hostname: is not known; expected one of teamsAppId, appId, host, organisation',
    ],
    [
      'an empty file',
      '# nothing yet\n',
      'line 1, field teamsAppId: is missing; expected the id of the app in Teams, ' + guid,
    ],
    [
      'a list',
      '- teamsAppId\n',
      'line 1: this is no list of fields; expected teamsAppId, appId, host, organisation',
    ],
    [
      'a field that is there twice',
      `${yaml()}\nhost: a.b.com`,
      'line 5, column 1: Map keys must be unique; expected YAML with a field and its value on each line',
    ],
  ];
  for (const [what, text, fault] of cases) {
    it(`is refused for ${what}, with line and field and what was expected`, () => {
      assert.equal(faults(text)[0], `fabrikam.yaml, ${fault}`);
    });
  }

  it('names every fault, not the first alone', () => {
    assert.equal(faults(yaml({ appId: 'abc', host: 'x' })).length, 2);
  });

  it('is refused while a value of the example is left in it', async () => {
    const example = await exampleEnvironment();
    const read = readEnvironment(yaml({ appId: example.appId }), 'fabrikam.yaml', example);
    assert.deepEqual(read, {
      kind: 'wrong',
      faults: ['fabrikam.yaml, line 2, field appId: still has the value of the example; expected your own'],
    });
  });
});
