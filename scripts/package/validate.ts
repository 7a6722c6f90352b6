import { AppManifestUtils } from '@microsoft/app-manifest';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const shipped = fileURLToPath(new URL('.', import.meta.resolve('@microsoft/app-manifest')));
type Validated = Parameters<typeof AppManifestUtils.validateAgainstSchema>;

/**
 * Validates a file of the package against the schema of Microsoft that it names, without a network.
 * @param json the file's content
 * @returns the faults, each with its place in the file; empty when it is valid
 */
export async function validate(json: unknown): Promise<string[]> {
  const named = z.object({ $schema: z.url() }).safeParse(json).data?.$schema;
  if (named === undefined) return ['/$schema is missing; expected the address of one of Microsoft’s schemas'];
  const file = shipped + new URL(named).pathname.slice(1);
  if (!existsSync(file))
    return [`/$schema ${named} is not in @microsoft/app-manifest; expected a version that is`];
  // The schema of languages has expressions that are no regular expressions with the flag `u`, for a feature that we do not use.
  const schema: unknown = JSON.parse(readFileSync(file, 'utf8'), (key, value: unknown) =>
    key.includes('\\b]') ? undefined : value,
  );
  return AppManifestUtils.validateAgainstSchema(json as Validated[0], schema as Validated[1]);
}
