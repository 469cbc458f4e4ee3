export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/packages', '<rootDir>/workers', '<rootDir>/samples', '<rootDir>/tools'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } }],
  },
  testTimeout: 60_000,
};
