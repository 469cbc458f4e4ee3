import { createRequire } from 'node:module';

// Relaxed SIMD may round in another way on another processor: without it the same page gives the same words anywhere.
const require = createRequire(import.meta.url);
const fromTesseract = createRequire(require.resolve('tesseract.js/package.json'));
const features = fromTesseract('wasm-feature-detect') as { relaxedSimd: () => Promise<boolean> };
features.relaxedSimd = async () => false;
fromTesseract('./src/worker-script/node/index.js');
