#!/usr/bin/env node
// Starts the command. Plain JavaScript, so that any Node can say what is missing and no compiler is loaded for `--help`.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 24;

// What Node compiled once stays in this checkout, where nobody else writes; threads are told by the environment. Where
// nothing can be written, all works as well, only slower.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../../../node_modules/.cache/scrutineer', import.meta.url));

const [major] = process.versions.node.split('.');
if (Number(major) < OLDEST_NODE) {
  process.stderr.write(
    `scrutineer: Node ${OLDEST_NODE} is needed and this is ${process.versions.node}; \`npx pnpm exec scrutineer\` brings it\n`,
  );
  process.exitCode = 2;
} else {
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  const { run } = await import('../src/run.ts');
  process.exitCode = await run(process.argv.slice(2));
}
