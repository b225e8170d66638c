// What ESLint looks for: typescript-eslint's recommended rules, with types in src, test and bench, without in scripts.
// Who may import whom is dependency-cruiser's matter.
import { defineConfig, globalIgnores } from 'eslint/config';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** What src/cli may import from node:fs. */
const readingFunctions = [
  'accessSync',
  'constants',
  'existsSync',
  'lstat',
  'lstatSync',
  'readdir',
  'readFile',
  'readFileSync',
  'readlinkSync',
  'realpathSync',
  'stat',
  'statSync',
  'Dirent',
];

export default defineConfig(
  globalIgnores(['dist/', 'out/', 'coverage/', '.vscode-host/', '.vscode-test/', 'samples/']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/unbound-method': 'off', // colours.red and the like need no `this`, and say so nowhere
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // A regular expression of the product meets whatever somebody wrote, at any length. Neither may one go back over a text
    // again and again, nor look for its beginning at every sign of a run that it has seen: /[.,]+$/ takes five seconds for
    // sixty thousand full stops inside a word, /(?<![.,])[.,]+$/ says the same and takes none.
    files: ['src/**/*.ts'],
    plugins: { regexp },
    rules: { 'regexp/no-super-linear-backtracking': 'error', 'regexp/no-super-linear-move': 'error' },
  },
  {
    // One file writes: beside the file, flushed, renamed. Everything else only reads.
    files: ['src/cli/**/*.ts'],
    ignores: ['src/cli/write.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'node:fs', allowImportNames: readingFunctions, message: 'Write files with src/cli/write.ts.' },
            {
              name: 'node:fs/promises',
              allowImportNames: readingFunctions,
              message: 'Write files with src/cli/write.ts.',
            },
            { name: 'fs', message: 'Import node:fs.' },
            { name: 'fs/promises', message: 'Import node:fs/promises.' },
          ],
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off', // assertions that are expressions
      '@typescript-eslint/require-await': 'off', // a test's shape does not depend on what it waits for
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.recommended],
    rules: { eqeqeq: 'error', '@typescript-eslint/no-require-imports': 'off' },
  },
);
