import { existsSync } from 'node:fs';

const FOLDERS = ['packages', 'workers', 'samples', 'tools', 'bench'];

export default {
  testEnvironment: 'node',
  roots: FOLDERS.filter((folder) => existsSync(new URL(folder, import.meta.url))).map(
    (folder) => `<rootDir>/${folder}`,
  ),
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } },
    ],
  },
  maxWorkers: '100%',
  testTimeout: 60_000,
};
