/**
 * The rooms of the house and the doors between them:
 * model <- ingest, extract, store, audit, series <- workers <- cli, and model <- series, export <- cli.
 */
const ROOMS = ['ingest', 'extract', 'store', 'audit', 'series', 'export'];

/** Whatever touches files, processes or the network. */
const EFFECTS =
  '^(node:)?(fs|fs/promises|child_process|net|http|https|http2|dns|tls|dgram|worker_threads|cluster|sqlite)$';

/** The one file of the pure rooms that reads files: the registry's YAML, which is data of the package and no input. */
const REGISTRY_DATA = '^packages/extract/src/registry/(?:data|user-registry)\\.ts$';

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Files that import each other in a circle cannot be understood one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'model-imports-none-of-ours',
      comment: 'The model is the nouns and nothing else.',
      severity: 'error',
      from: { path: '^packages/model/' },
      to: { path: '^(packages/(?!model/)|workers/)' },
    },
    ...ROOMS.map((room) => ({
      name: `${room}-imports-only-the-model`,
      comment: 'The rooms do not know each other: workers join them.',
      severity: 'error',
      from: { path: `^packages/${room}/` },
      to: { path: `^(packages/(?!model/|testkit/|${room}/)|workers/)` },
    })),
    {
      name: 'only-tests-and-measurements-import-the-testkit',
      comment: 'It starts servers, and is no part of the product.',
      severity: 'error',
      from: { path: '^(packages/(?!testkit/)|workers/)', pathNot: ['\\.test\\.ts$', '/testing/'] },
      to: { path: '^packages/testkit/' },
    },
    {
      name: 'workers-do-not-import-the-command-line',
      severity: 'error',
      from: { path: '^workers/' },
      to: { path: '^packages/cli/' },
    },
    {
      name: 'only-the-edges-have-effects',
      comment: 'These rooms turn values into values. Effects stand at the edges.',
      severity: 'error',
      from: {
        path: '^packages/(extract|audit|series|export)/src/',
        pathNot: ['\\.test\\.ts$', '/testing/', REGISTRY_DATA],
      },
      to: { path: EFFECTS },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules/(?!@scrutineer)' },
    parser: 'swc',
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
};
