import type { AppPackage } from '../make-package.ts';

/** A rule of the Teams store, in a sentence. What becomes of it depends on who can tell. */
export type Rule = { readonly says: string } & (
  | {
      /** Looks at a package. Says what breaks the rule, or null when nothing does. */
      readonly broken: (app: AppPackage) => string | null;
    }
  | {
      /** The file of tests that fails when the rule is broken. */
      readonly tested: string;
    }
  | {
      /** Who must look at what, because no program can. */
      readonly look: string;
    }
  | {
      /** Why the rule does not concern us. */
      readonly notForUs: string;
    }
);

/** A rule that looks at the package for what breaks it; with nothing to name it is met. */
export function namesNothing(says: string, broken: (app: AppPackage) => readonly string[]): Rule {
  return {
    says,
    broken: (app) => {
      const found = broken(app);
      return found.length === 0 ? null : found.join('; ');
    },
  };
}

/** The texts of a package in one language. */
export interface Texts {
  readonly language: string;
  readonly name: string;
  readonly fullName: string;
  readonly short: string;
  readonly full: string;
}

/** The texts of a package in each of its languages, the manifest's own first. */
export function textsOf({ manifest, languages }: AppPackage): readonly Texts[] {
  return [
    {
      language: manifest.localizationInfo.defaultLanguageTag,
      name: manifest.name.short,
      fullName: manifest.name.full,
      short: manifest.description.short,
      full: manifest.description.full,
    },
    ...[...languages].map(([language, said]) => ({
      language,
      name: said['name.short'] ?? manifest.name.short,
      fullName: said['name.full'] ?? manifest.name.full,
      short: said['description.short'] ?? '',
      full: said['description.full'] ?? '',
    })),
  ];
}
