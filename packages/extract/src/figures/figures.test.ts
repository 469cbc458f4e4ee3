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
])('%s', (text, expected) => {
  expect(findNumbers(text).figures.map((figure) => figure.text)).toEqual(expected);
});
