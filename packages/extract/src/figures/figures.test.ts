import { EXCLUSIONS } from './exclusions.ts';
import { findNumbers } from './find.ts';

test.each(EXCLUSIONS)('$reason: $example', ({ reason, example }) => {
  const start = example.indexOf('{');
  const end = example.indexOf('}') - 1;
  const { figures, excluded } = findNumbers(example.replace(/[{}]/g, ''));
  expect(figures.filter((figure) => figure.start < end && figure.end > start)).toEqual([]);
  expect(excluded.filter((number) => number.start < end && number.end > start).map((number) => number.reason)).toEqual([
    reason,
  ]);
});

test.each([
  ['increase (2%, 3192)', ['2%', '3192']],
  ['decrease (7%, -1295)', ['7%', '-1295']],
  ['+29%; 258', ['+29%', '258']],
  ['-15% (17 offences)', ['-15%', '17']],
  ['- 3.9%', ['- 3.9%']],
  ['£51.4M (39%)', ['£51.4M', '39%']],
  ['479 min (8.0hrs)', ['479', '8.0']],
  ['+554 min (9.2 hrs)', ['+554', '9.2']],
  ['12-17 homicides', ['12', '17']],
  ['from 9.3 minutes to 10.5 minutes', ['9.3', '10.5']],
  ['increase (1%, )', ['1%']],
  ['Funding of £400m for 6,000 officers', ['£400m', '6,000']],
  ['nine areas and Forty new constables', ['nine', 'Forty']],
  ['ranked 12th of 43 forces', ['12th', '43']],
  ['almost a third of reports and more than half have', ['a third', 'half']],
  ['decrease (−12.5%)', ['−12.5%']],
  ['100 partners', ['100']],
  ['up 7 from 101', ['7', '101']],
  ['£(60,000), £ (70,000)', ['£(60,000)', '£ (70,000)']],
  ['£80,000-', ['£80,000-']],
  ['Half a million pounds', ['Half a million']],
])('%s', (text, expected) => {
  expect(findNumbers(text).figures.map((figure) => figure.text)).toEqual(expected);
});

test.each([
  ['£(60,000)', -60_000, 'GBP'],
  ['£ (1.2m)', -1_200_000, 'GBP'],
  ['£80,000-', -80_000, 'GBP'],
  ['Half a million pounds', 500_000, 'GBP'],
  ['ten and a half million pounds', 10_500_000, 'GBP'],
  ['seven and a half hours', 7.5, 'hours'],
  ['1½ hours', 1.5, 'hours'],
  ['5 1/2 minutes', 5.5, 'minutes'],
  ['2 3/4 days', 2.75, 'days'],
])('%s is %d %s', (text, worth, unit) => {
  const [figure, ...others] = findNumbers(text).figures;
  expect(others).toEqual([]);
  expect(figure!.sign === '-' ? -figure!.value : figure!.value).toBe(worth);
  expect(figure!.unit).toBe(unit);
});
