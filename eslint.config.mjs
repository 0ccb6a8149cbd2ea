import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/**
 * Imports point down only (docs/architecture.md): services → kit → adapters (never each other) → foundation →
 * contracts → model. Every tag stands here with all that it may import, so what is not listed is forbidden.
 */
const boundaries = [
  ['type:model', []],
  ['type:contract', ['type:model']],
  ['type:foundation', ['type:foundation', 'type:contract', 'type:model']],
  ['type:engine', ['type:model']],
  ['type:adapter', ['type:foundation', 'type:contract', 'type:model']],
  ['type:kit', ['type:foundation', 'type:contract', 'type:model']],
  ['type:client', []],
  // Runs in browsers. A service hands its files out and imports nothing of it.
  ['type:browser', ['type:browser', 'type:client']],
  [
    'type:service',
    ['type:browser', 'type:kit', 'type:adapter', 'type:engine', 'type:foundation', 'type:contract', 'type:model'],
  ],
  ['type:embedded', ['type:foundation', 'type:contract', 'type:model']],
  [
    'type:testing',
    ['type:embedded', 'type:adapter', 'type:kit', 'type:engine', 'type:foundation', 'type:contract', 'type:model'],
  ],
  [
    'type:tool',
    [
      'type:tool',
      'type:client',
      'type:service',
      'type:embedded',
      'type:testing',
      'type:kit',
      'type:adapter',
      'type:engine',
      'type:foundation',
      'type:contract',
      'type:model',
    ],
  ],
].map(([sourceTag, onlyDependOnLibsWithTags]) => ({ sourceTag, onlyDependOnLibsWithTags }));

/** What any test may use beside what its project may. */
const testBoundaries = boundaries.map((constraint) => ({
  ...constraint,
  onlyDependOnLibsWithTags: [...constraint.onlyDependOnLibsWithTags, 'type:testing', 'type:embedded'],
}));

const boundaryRule = (depConstraints) => ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints }];

const tests = ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.e2e-spec.ts', '**/test/**/*.ts'];

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/dist-benchmark/',
      '**/node_modules/',
      '.data/',
      '.cache/',
      '.nx/',
      '**/*.d.ts',
      'libs/client/src/schema.ts',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './tsconfig.browser.json'],
        tsconfigRootDir: import.meta.dirname,
        emitDecoratorMetadata: true,
        experimentalDecorators: true,
      },
    },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': boundaryRule(boundaries),
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Nest's modules are classes without members, and its handlers are often async by contract alone.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/require-await': 'off',
      // Nest and TypeORM declare their options and drivers as classes, and mean their shape.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Members of JSON Schemas and patches are data, removed and looked up by name.
      '@typescript-eslint/no-dynamic-delete': 'off',
      // An index that the code around it has just checked is clearer with `!` than with a branch that cannot be taken.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'Only libs/config reads the environment: take a typed value from your service’s config.',
        },
      ],
    },
  },
  {
    files: ['libs/config/src/**/*.ts', 'libs/embedded/**/*.ts', 'libs/testing/**/*.ts', 'tools/**/*.ts', ...tests],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['tools/**', ...tests], rules: { 'no-console': 'off' } },
  {
    files: tests,
    rules: {
      '@nx/enforce-module-boundaries': boundaryRule(testBoundaries),
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'fetch', 'AbortSignal'].map((name) => [name, 'readonly']),
      ),
    },
  },
  prettier,
);
