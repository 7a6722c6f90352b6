import { cruise } from 'dependency-cruiser';
import { rooms, rules } from './rules.ts';

export interface Imported {
  /** Path of a file, or of a folder, from the repository's top. */
  readonly from: string;
  readonly to: string;
}

export interface Cruised {
  /** Which rule is broken where, as `rule: from → to`. */
  readonly violations: readonly string[];
  /** Every import of one file by another; packages left out. */
  readonly imports: readonly Imported[];
  readonly files: readonly string[];
}

/** Reads every import of every room below a folder, those of types and the dynamic ones too, and holds them to the rules. */
export async function cruiseRooms(root: string): Promise<Cruised> {
  const { output } = await cruise(Object.keys(rooms), {
    baseDir: root,
    ruleSet: { forbidden: structuredClone(rules) as never },
    validate: true,
    metrics: true,
    combinedDependencies: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(html|css|svg|png|json)$' },
    detectJSDocImports: false,
  });
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered in words: ${output}`);
  const files = output.modules.map(({ source }) => source).filter((file) => /^[a-z]+\/.*\.tsx?$/.test(file));
  const known = new Set(files);
  return {
    violations: output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    imports: output.modules.flatMap(({ source, dependencies }) =>
      dependencies
        .filter(({ resolved }) => known.has(source) && known.has(resolved))
        .map(({ resolved }) => ({ from: source, to: resolved })),
    ),
    files,
  };
}
