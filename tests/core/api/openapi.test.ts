import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addresses } from '../../../core/api/addresses.ts';
import { openApiDocument } from '../../../core/api/endpoints/openapi.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
  }[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

const document = openApiDocument() as unknown as {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

describe('the description of the API', () => {
  it('has every address once', () => {
    assert.match(document.openapi, /^3\.1\./);
    assert.deepEqual(operations.map(({ operationId }) => operationId).sort(), Object.keys(addresses).sort());
  });

  it('refers to nothing that it does not hold', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)];
    assert.ok(references.length > 0);
    for (const [, path = ''] of references) {
      const found = path
        .split('/')
        .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);
      assert.ok(found, path);
    }
  });

  for (const { path, method, operationId, parameters = [], requestBody, responses } of operations) {
    it(`says what ${operationId} takes, answers and refuses`, () => {
      const named = (where: string) => parameters.filter((one) => one.in === where).map(({ name }) => name);
      assert.deepEqual(
        named('path'),
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      );
      const isChange = method === 'put' || method === 'patch';
      assert.equal(named('header').includes('If-Match'), isChange);
      assert.equal('412' in responses && '428' in responses, isChange);
      if (requestBody !== undefined) assert.ok('400' in responses && '413' in responses);
      const statuses = Object.keys(responses);
      assert.equal(statuses.filter((status) => status.startsWith('2')).length, 1);
      for (const [status, { content }] of Object.entries(responses)) {
        if (status.startsWith('2')) continue;
        assert.deepEqual(Object.keys(content ?? {}), ['application/problem+json']);
      }
    });
  }

  it('is what the table of addresses in the README says', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../../functions/README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| `(\w+) \/api\/(\S+)`\s*\| ([^|]+?)\s*\|/gm)]
      .map(([, method, path, callers]) => `${method ?? ''} ${path ?? ''}: ${callers ?? ''}`)
      .filter((row) => row !== 'POST messages: Bot Framework');
    assert.deepEqual(
      rows,
      Object.values(addresses).map(({ method, path, callers }) => `${method} ${path}: ${callers.join(', ')}`),
    );
  });
});
