import fc from 'fast-check';
import type { ReadPaper } from '../write-paper.ts';
import { sampleObservation, samplePaper } from './sample-paper.ts';

/** Texts with characters that no PostgreSQL text can hold among those that it can. */
const unsound = fc
  .array(
    fc.constantFrom(
      'a',
      'é',
      '\t',
      '\n',
      '\\',
      '"',
      "'",
      '\0',
      '\ud800',
      '\udc00',
      '\ud83d\ude00',
      '\ufffd',
      '\u0001',
      '\\u0000',
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));

/** Papers with such texts wherever a publisher can bring one in, the same at every run. */
export function unsoundPapers(count: number): ReadPaper[] {
  const paper = fc.record({
    file: unsound,
    label: unsound,
    area: unsound,
    quote: unsound,
    note: unsound,
    reason: unsound,
  });
  return fc.sample(paper, { numRuns: count, seed: 1 }).map((texts, index) => paperOf(texts, index));
}

function paperOf(
  texts: Readonly<Record<'file' | 'label' | 'area' | 'quote' | 'note' | 'reason', string>>,
  index: number,
) {
  const { file, label, area, quote, note, reason } = texts;
  const paper = samplePaper(`unsound ${index}`, { origin: `https://example.org/${index}/${file}` });
  const observation = sampleObservation(paper.paper.id, {
    measure: { id: null, label },
    area: { id: null, label: area },
    notes: [note],
  });
  return {
    ...paper,
    paper: { ...paper.paper, file },
    messages: [{ rule: 'test/unsound', severity: 'info' as const, reason, place: null }],
    extraction: {
      ...paper.extraction,
      observations: [{ ...observation, source: { ...observation.source, quote, headings: [note, quote] } }],
    },
  };
}
