import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { publishedMarkdown, readSource } from './typesetting/read-source.ts';
import { setDocx } from './typesetting/set-docx.ts';
import { setHtml } from './typesetting/set-html.ts';
import { setPdf } from './typesetting/set-pdf.ts';

const SOURCES = join(import.meta.dirname, 'source');
const PAPERS = join(import.meta.dirname, 'papers');

/** The formats that every sample is built in: folder, ending, and how it is made from the source. */
export const FORMATS: Readonly<Record<string, Format>> = {
  markdown: { ending: 'md', build: (_, source) => publishedMarkdown(source) },
  docx: { ending: 'docx', build: (name, source) => setDocx(readSource(name, source)) },
  pdf: { ending: 'pdf', build: (name, source) => setPdf(readSource(name, source)) },
  html: { ending: 'html', build: (name, source) => setHtml(readSource(name, source)) },
};

interface Format {
  readonly ending: string;
  readonly build: (name: string, source: string) => string | Uint8Array | Promise<string | Uint8Array>;
}

/** Names of all samples, sorted. */
export function sampleNames(): string[] {
  return readdirSync(SOURCES)
    .filter((file) => file.endsWith('.md'))
    .map((file) => basename(file, '.md'))
    .sort();
}

/** The bytes of a sample in a format, made anew from its source. */
export async function buildSample(name: string, format: string): Promise<Uint8Array> {
  const built = await FORMATS[format]!.build(name, readFileSync(join(SOURCES, `${name}.md`), 'utf8'));
  return typeof built === 'string' ? Buffer.from(built) : built;
}

/** Where a sample in a format is kept. */
export function samplePath(name: string, format: string): string {
  return join(PAPERS, format, `${name}.${FORMATS[format]!.ending}`);
}

async function buildAll(): Promise<void> {
  for (const format of Object.keys(FORMATS)) {
    mkdirSync(join(PAPERS, format), { recursive: true });
    for (const name of sampleNames()) writeFileSync(samplePath(name, format), await buildSample(name, format));
  }
}

if (import.meta.main) await buildAll();
