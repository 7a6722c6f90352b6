import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js', 'scripts/*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // Numbers and ids in messages are meant to be printed.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // A port may be implemented without waiting; its callers still await it.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    // The rules: no clock, no chance, no environment.
    files: ['core/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'core is given the time.' },
        { object: 'Math', property: 'random', message: 'core is given chance (core/chance.ts).' },
        { object: 'process', property: 'env', message: 'configuration is read in functions/config.ts.' },
      ],
    },
  },
  {
    // What is deployed holds only what of zod is used; with `{ z }`, esbuild would put all of zod into it.
    files: ['{core,adapters,bot,functions}/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "ImportDeclaration[importKind='value'][source.value='zod'] > ImportSpecifier",
          message: "import * as z from 'zod'",
        },
      ],
    },
  },
  {
    // Loops over typed arrays, whose indices are known to be in range.
    files: ['core/matching/**/*.ts', 'bench/matching/**/*.ts', 'tests/core/matching/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['eslint.config.js', 'scripts/*.mjs'], ...tseslint.configs.disableTypeChecked },
);
