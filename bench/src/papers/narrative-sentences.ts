import { paperOfLines } from './sample-papers.ts';

/** Lines of the samples that are looked at: all of them. */
const LINES = 2000;

/** Distinct sentences with figures: those of the sample papers, again and again with other digits. */
export function narrativeSentences(count: number): string[] {
  const own = paperOfLines(LINES)
    .split('\n')
    .filter((line) => /^[A-Z(]/.test(line) && !line.includes('|') && !line.includes('<'))
    .flatMap((line) => line.split(/(?<=[a-z)%]\.)\s+(?=[A-Z])/))
    .filter((sentence) => /\d/.test(sentence) && sentence.split(' ').length > 5);
  const distinct = [...new Set(own)];
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / distinct.length);
    // The last digit of each number of three and more is another one in each round: dates and percentages stay.
    return distinct[index % distinct.length]!.replace(/\b\d{1,3}(?:,\d{3})+\b|\b\d{3}\b/g, (number) =>
      number.replace(/\d$/, (digit) => String((Number(digit) + round) % 10)),
    );
  });
}
