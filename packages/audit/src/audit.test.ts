import type { Observation } from '@scrutineer/model';
import { change, earlier, later } from '@scrutineer/model/testing';
import fc from 'fast-check';
import { type AuditContext, type AuditedPaper, audit } from './index.ts';
import { claim, type More, paperOf, sentence, table } from './testing/printed.ts';

const CONTEXT: AuditContext = { directionOfGood: () => 'down' };
const findingsOf = (...papers: AuditedPaper[]) => audit(papers, CONTEXT).findings;

test('the worst findings come first, then in the order of the text', () => {
  const points = change('+1%', { unit: 'percentage-point', start: 0 });
  const observations = [points, earlier('200'), change('33%'), change('90', { start: 210 }), later('300')];
  expect(findingsOf(paperOf(observations)).map(({ rule, severity }) => [rule, severity])).toEqual([
    ['earlier-change-later', 'error'],
    ['percent-of-earlier', 'error'],
    ['percent-or-points', 'info'],
  ]);
});

test('a finding tells its papers, lines, figures and claims', () => {
  const made = claim('up', 'Burglary has risen.', { start: 500 });
  const paper = paperOf([change('-7%', { line: 12 })], { claims: [made] });
  expect(findingsOf(paper)).toMatchObject([
    {
      papers: [{ id: 'paper', file: 'paper.md' }],
      observations: [paper.observations[0]!.id],
      claims: [paper.claims[0]!.id],
      lines: [1, 12],
      pages: [],
    },
  ]);
});

test('papers without figures', () => {
  expect(audit([], CONTEXT)).toEqual({ findings: [], checked: new Set() });
  expect(audit([paperOf([])], CONTEXT)).toEqual({ findings: [], checked: new Set() });
});

const BEFORE = earlier('1').period!;
const MONTHS = Array.from({ length: 12 }, (_, index) => {
  const month = `2019-${String(index + 1).padStart(2, '0')}`;
  return `${month}-01/${month}-${new Date(Date.UTC(2019, index + 1, 0)).getUTCDate()}`;
});

const decimals = fc.integer({ min: 0, max: 2 });
const count = fc.integer({ min: 0, max: 200_000 });
const amount = fc.double({ min: 0.01, max: 5000, noNaN: true });
const share = fc.double({ min: 0, max: 100, noNaN: true });
const sum = (values: readonly number[]) => values.reduce((whole, value) => whole + value, 0);
const written = (value: number) => value.toLocaleString('en-GB');
const of = (label: string, more: More = {}): More => ({ measure: { id: label.toLowerCase(), label }, ...more });

/** Districts and their total: both levels, the change, and the change in percent where there is one. */
const changes = fc
  .record({ digits: decimals, levels: fc.array(fc.tuple(count, count), { minLength: 2, maxLength: 6 }) })
  .map(({ digits, levels }) => {
    const total = [sum(levels.map(([from]) => from)), sum(levels.map(([, to]) => to))] as const;
    const change = { statistic: 'change', baseline: BEFORE } as const;
    const rows = [...levels, total].map(([from, to], index) => [
      index === levels.length ? 'Total' : `District ${index}`,
      written(from),
      written(to),
      String(to - from),
      from === 0 ? '' : `${(((to - from) / from) * 100).toFixed(digits)}%`,
    ]);
    return table([{ period: BEFORE }, {}, { ...change, unit: 'count' }, change], rows, {
      row: (header) => ({ area: { id: null, label: header === 'Total' ? 'Lancashire' : header } }),
    });
  });

/** Small numbers of districts without a total: some of them add up to others by chance. */
const untotalled = fc.array(fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30)), { minLength: 3, maxLength: 7 }).map((rows) =>
  table(
    [of('Arson'), of('Fraud'), of('Rape')],
    rows.map((row, index) => [`District ${index}`, ...row.map(String)]),
    { index: 6, row: (header) => ({ area: { id: null, label: header } }) },
  ),
);

/** Months, and the year that they make. */
const months = fc.array(count, { minLength: 12, maxLength: 12 }).map((values) => {
  const periods = [...MONTHS, '2019-01-01/2019-12-31'];
  const rows = [...values, sum(values)].map((value, index) => [
    index === 12 ? 'Total' : `Month ${index}`,
    written(value),
  ]);
  const printed = table([of('Robbery')], rows, { index: 1 });
  return printed.map((each, index) => ({ ...each, period: periods[index]! }));
});

/** Amounts that are rounded each, with shares of the whole that are too. */
const shares = fc
  .record({
    digits: decimals,
    shown: decimals,
    parts: fc.array(amount, { minLength: 3, maxLength: 6 }),
    hasTotal: fc.boolean(),
  })
  .map(({ digits, shown, parts, hasTotal }) => {
    const total = sum(parts);
    const rows = (hasTotal ? [...parts, total] : parts).map((value, index) => [
      index === parts.length ? 'Total' : `Team ${index}`,
      value.toFixed(digits),
      `${((value / total) * 100).toFixed(shown)}%`,
    ]);
    const columns = [of('Overtime', { unit: 'hours' }), { ...of('Overtime'), header: 'Share of hours' }];
    return table(columns, rows, { index: 2, row: (header) => ({ area: { id: null, label: header } }) });
  });

/** Two percentages and the points between them, each rounded by itself. */
const points = fc
  .record({ digits: decimals, levels: fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 5 }) })
  .map(({ digits, levels }) => {
    const columns = [
      { ...of('Satisfaction'), period: BEFORE },
      of('Satisfaction'),
      { ...of('Satisfaction'), statistic: 'change', baseline: BEFORE, unit: 'percentage-point' } as const,
    ];
    const rows = levels.map(([from, to], index) => [
      `Group ${index}`,
      ...[from, to].map((value) => `${value.toFixed(digits)}%`),
      (to - from).toFixed(digits),
    ]);
    return table(columns, rows, { index: 3, row: (header) => ({ area: { id: null, label: header } }) });
  });

/** What is divided without a rest, in percent. */
const division = fc.record({ digits: decimals, parts: fc.tuple(amount, amount, amount) }).map(({ digits, parts }) => {
  const rows = ['High risk', 'Medium risk', 'Standard risk'].map((name, index) => [
    name,
    `${((parts[index]! / sum(parts)) * 100).toFixed(digits)}%`,
  ]);
  return table([{}], rows, { index: 4, row: (header) => of(header) });
});

/** Rates of areas and their ranks; equals share one and say so. */
const ranks = fc
  .record({ digits: decimals, rates: fc.array(amount, { minLength: 3, maxLength: 8 }) })
  .map(({ digits, rates }) => {
    const rows = rates.map((rate, index) => {
      const rank = rates.filter((other) => other > rate).length + 1;
      const isShared = rates.filter((other) => other === rate).length > 1;
      return [`Force ${index}`, rate.toFixed(digits), isShared ? `=${rank}` : String(rank)];
    });
    const columns = [
      of('Rate', { unit: 'per 1,000 population' }),
      { ...of('Rate'), statistic: 'rank', unit: 'rank', outOf: rates.length } as const,
    ];
    return table(columns, rows, { index: 5, row: (header) => ({ area: { id: null, label: header } }) });
  });

/** "56 of 82 (68%)", and the change of a level that is printed without the other. */
const sentences = fc
  .record({
    digits: decimals,
    whole: fc.integer({ min: 1, max: 50_000 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    was: fc.integer({ min: 1, max: 50_000 }),
  })
  .map(({ digits, whole, part, was }) => {
    const some = Math.round(whole * part);
    const percent = `${((some / whole) * 100).toFixed(digits)}%`;
    const moved = `${(((whole - was) / was) * 100).toFixed(digits)}%`;
    const change = { ...of('Calls'), statistic: 'change', baseline: BEFORE } as const;
    return [
      ...sentence(
        `${some} of ${whole} (${percent}) were answered.`,
        [
          [String(some), of('Answered')],
          [String(whole), of('Calls')],
          [percent, of('Answered')],
        ],
        { start: 90_000 },
      ),
      ...sentence(
        `Calls moved (${moved}, ${whole - was}).`,
        [
          [moved, change],
          [String(whole - was), { ...change, unit: 'count' }],
        ],
        { start: 91_000 },
      ),
    ];
  });

const truePaper = fc
  .tuple(changes, untotalled, months, shares, points, division, ranks, sentences)
  .map((parts): Observation[] => parts.flat());

describe('true figures, however they are rounded', () => {
  test('give no error and no warning', () => {
    fc.assert(
      fc.property(truePaper, (observations) => {
        const findings = findingsOf(paperOf(observations));
        expect(findings.filter(({ severity }) => severity !== 'info').map(({ explain }) => explain)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('are mostly compared', () => {
    fc.assert(
      fc.property(truePaper, (observations) => {
        const { checked } = audit([paperOf(observations)], CONTEXT);
        expect(checked.size / observations.length).toBeGreaterThan(0.5);
      }),
      { numRuns: 50 },
    );
  });

  test('agree between papers that round them otherwise', () => {
    fc.assert(
      fc.property(share, decimals, decimals, (value, one, other) => {
        const papers = [one, other].map((digits, index) =>
          paperOf([later(`${value.toFixed(digits)}%`)], { id: `paper-${index}`, date: `2020-0${index + 1}-01` }),
        );
        expect(findingsOf(...papers)).toEqual([]);
      }),
    );
  });
});

/** Any figures of one thing at all: most of them contradict each other. */
const anyFigures = fc.array(
  fc.record({
    figure: fc.oneof(
      fc.integer({ min: 100, max: 130 }).map(String),
      fc.integer({ min: -30, max: 30 }).map((value) => `${value}%`),
    ),
    isChange: fc.boolean(),
    isBefore: fc.boolean(),
    isText: fc.boolean(),
  }),
  { minLength: 2, maxLength: 14 },
);

const anyPapers = fc.tuple(anyFigures, anyFigures).map((pair) =>
  pair.map((figures, number) =>
    paperOf(
      figures.flatMap(({ figure, isChange, isBefore, isText }, index) => {
        const period = isBefore && !isChange ? { period: BEFORE } : {};
        const told = isChange ? ({ statistic: 'change', baseline: BEFORE } as const) : period;
        const start = 1000 * index;
        return isText
          ? sentence(`Burglary: ${figure} (${index}).`, [[figure, told]], { start })
          : table([told], [...Array.from({ length: index }, () => ['']), [`Row ${index}`, figure]], {
              index: index % 3,
            });
      }),
      {
        id: `paper-${number}`,
        date: `2020-0${number + 1}-01`,
        claims: [
          claim('up', 'Burglary has risen.', { start: 1 }),
          claim('highest', 'Burglary: the highest.', { start: 2 }),
        ],
      },
    ),
  ),
);

test('the order of observations and papers does not change the findings', () => {
  let found = 0;
  fc.assert(
    fc.property(anyPapers, fc.infiniteStream(fc.nat()), (papers, random) => {
      const shuffled = papers.toReversed().map(({ observations, ...paper }) => ({
        ...paper,
        observations: observations
          .map((each) => ({ each, key: random.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each),
      }));
      const byId = (all: readonly AuditedPaper[]) => findingsOf(...all).toSorted((a, b) => (a.id < b.id ? -1 : 1));
      const findings = byId(papers);
      found += findings.length;
      expect(byId(shuffled)).toEqual(findings);
    }),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(100);
});
