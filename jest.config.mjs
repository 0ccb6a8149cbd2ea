// Three sizes of test: unit (*.spec.ts, no I/O), integration (*.int-spec.ts, real Postgres and Redis),
// e2e (*.e2e-spec.ts, real services over HTTP); and chart (*.chart-spec.ts, what Helm makes of charts/discover). All run
// as ES modules from the TypeScript sources.
const swc = {
  jsc: {
    target: 'es2024',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  module: { type: 'es6' },
  swcrc: false,
};

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@discover/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['/dist/', '/dist-benchmark/', '/.data/', '/.cache/', '/.nx/'],
};

export default {
  rootDir: import.meta.dirname,
  // Ends what hangs. No test is about time, and a busy machine is no failure.
  testTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs,services,tools}/*/{src,test,benchmark}/**/*.spec.ts'],
    },
    {
      ...shared,
      displayName: 'integration',
      testMatch: ['<rootDir>/{libs,services,tools}/*/test/**/*.int-spec.ts'],
      globalSetup: '<rootDir>/libs/testing/src/jest-global-setup.mjs',
      globalTeardown: '<rootDir>/libs/testing/src/jest-global-teardown.mjs',
    },
    {
      ...shared,
      displayName: 'chart',
      testMatch: ['<rootDir>/tools/{chart,cluster}/test/**/*.chart-spec.ts'],
      globalSetup: '<rootDir>/tools/chart/src/jest-global-setup.mjs',
    },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/tools/e2e/test/**/*.e2e-spec.ts'],
      globalSetup: '<rootDir>/tools/e2e/src/jest-global-setup.mjs',
      globalTeardown: '<rootDir>/tools/e2e/src/jest-global-teardown.mjs',
    },
  ],
};
