import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { tag } from './tagger.ts';

describe('tag', () => {
  const partsOf = (sentence: string) => tag(sentence).map(({ text, pos }) => `${text} ${pos}`);

  test('gives words and marks with their parts of speech and their places', () => {
    const sentence = 'Burglary in Carlisle fell by 12% (-1,091).';
    expect(partsOf(sentence)).toEqual([
      'Burglary PROPN',
      'in ADP',
      'Carlisle PROPN',
      'fell VERB',
      'by ADP',
      '12 NUM',
      '% SYM',
      '( PUNCT',
      '-1,091 NUM',
      ') PUNCT',
      '. PUNCT',
    ]);
    for (const { start, end, text } of tag(sentence)) expect(sentence.slice(start, end)).toBe(text);
  });

  test('a word of any length and text after the longest sentence do no harm', () => {
    expect(partsOf(`Theft ${'x'.repeat(100_000)} fell`)).toEqual(['Theft PROPN']);
  });

  test('words of sentences long read are not kept, and the tags are the same after them', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const heap = () => {
      collect();
      return process.memoryUsage().heapUsed / 1e6;
    };
    const readMany = (from: number) => {
      for (let at = from; at < from + 10_000; at += 1) tag(`Officers recorded ${at * 7919 + 3} thefts in W${at}ham.`);
    };
    const first = partsOf('Robbery rose by 7% in Eden and stalking dropped.');
    readMany(0);
    const before = heap();
    readMany(10_000);
    readMany(20_000);
    readMany(30_000);
    // An instance keeps 3 MB of each 10,000.
    expect(heap() - before).toBeLessThan(3);
    expect(partsOf('Robbery rose by 7% in Eden and stalking dropped.')).toEqual(first);
  });
});
