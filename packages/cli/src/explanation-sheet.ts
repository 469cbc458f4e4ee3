import { placeInFile } from '@scrutineer/export/place';
import type { Clue, Explanation } from '@scrutineer/extract';
import type { Observation } from '@scrutineer/model';
import type { StoredPaper } from '@scrutineer/store';
import { oneLine } from './output/one-line.ts';
import { safeText } from './output/safe-text.ts';

/** What the notes of an observation mean; docs/observation.md tells the same. */
const NOTES: readonly (readonly [RegExp, string])[] = [
  [/^period-unresolved/, 'words for a period stand there, and the paper does not tell what they stand on'],
  [/^period-of-report$/, 'no period was told nearer by: it is the paper’s reporting period'],
  [/^period-of-last-report$/, 'one quarter before the reporting period'],
  [/^period-of-its-pair$/, 'the period is that of the other figure of the same change'],
  [/^period-compared-with$/, 'it is the level of what others are compared with'],
  [/^agrees-by-arithmetic$/, 'two levels and the change beside them fit'],
  [/^role-by-arithmetic$/, 'the arithmetic of the rows tells what its column is'],
  [/^role-in-doubt$/, 'what its column is had a second reading almost as good'],
  [/^measure-from-passage$/, 'its own words name no measure: it is that of the figure or sentence before'],
  [/^measure-from-heading$/, 'its own words name no measure: it is that of the heading above'],
  [/^period-from-passage$/, 'the period is that of the sentences before'],
  [/^period-from-clause-end$/, 'the period is named once, at the end of the clause'],
  [/^period-from-another-printing$/, 'the same figure stands elsewhere in the paper with this period'],
  [/^period-from-words$/, 'the words give the length, the paper the end'],
  [/^period-start-inferred$/, 'the first month is not printed: 12 months were taken'],
  [/^quarter-misnamed/, 'the paper names a quarter and prints other months beside it: the months were taken'],
  [/^period-not-stated$/, 'the paper tells no period for it'],
  [/^recognised-in-a-picture$/, 'the words were recognised in a picture of the page'],
];

/** What weighs less than so many others decides nothing. */
const MOST_TRAITS = 8;

/** Why an observation is what it is, attribute by attribute. */
export function explanationSheet(observation: Observation, paper: StoredPaper, explanation: Explanation): string {
  const { measure, area, period, baseline, unit, value, statistic, method, confidence, notes, source } = observation;
  const paperArea = paper.facts.area?.value;
  const sections = [
    [`${source.figure} in ${placeInFile({ observation, paper })}`, `  ${oneLine(source.quote)}`],
    ['numbers in these words', ...explanation.tokens.map(({ text, taken }) => `  ${oneLine(text)}: ${taken}`)],
    [
      `${statistic} of ${value} ${unit}, read by the rule ${method}`,
      ...clues(explanation.unit, 'the unit follows from the measure or the words around'),
    ],
    [
      `measure: ${measure.label}${measure.id ? '' : ', which the registry does not list'}`,
      ...clues(explanation.measure, 'made of the words around the figure'),
    ],
    [
      `area: ${area?.label ?? 'none'}`,
      ...clues(
        explanation.area,
        `no words near by name an area: it is the paper’s own${paperArea ? '' : ', which the paper does not tell'}`,
      ),
    ],
    [
      `period: ${period ?? 'not told'}${baseline ? `, compared with ${baseline}` : ''}`,
      ...clues(explanation.period, 'no words near by name a period'),
    ],
    [
      `confidence: ${confidence}`,
      ...notes.map((note) => `  ${note}${meaningOf(note)}`),
      ...explanation.confidence
        .slice(0, MOST_TRAITS)
        .map(({ trait, weight }) => `  ${weight > 0 ? 'for' : 'against'} it (${weight.toFixed(2)}): ${trait}`),
    ],
  ];
  return safeText(`${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`);
}

function clues(found: readonly Clue[], none: string): string[] {
  if (found.length === 0) return [`  ${none}`];
  return found.map(({ place, words, means }) => `  ${place}, "${oneLine(words)}": ${means}`);
}

function meaningOf(note: string): string {
  const meaning = NOTES.find(([pattern]) => pattern.test(note))?.[1];
  return meaning ? `: ${meaning}` : '';
}
