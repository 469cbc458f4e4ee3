import { change } from '@scrutineer/model/testing';
import { agreeing, hold, NOT_COMPARED } from '../testing/printed.ts';
import { percentOrPoints } from './percent-or-points.ts';

const points = (figure: string, quote: string) => change(figure, { unit: 'percentage-point', quote });

test('points printed as percent', () => {
  expect(hold(percentOrPoints, [points('-3%', 'fell from 72% to 69% (-3%)')]).found).toEqual([
    {
      rule: 'percent-or-points',
      severity: 'info',
      figures: ['-3%'],
      expected: null,
      explain: 'Burglary, Lancashire: -3% is a change between two percentages: percentage points are meant.',
    },
  ]);
});

test.each([
  ['-3%', 'fell by 3% points'],
  ['-3%', 'fell by three percentage points (-3%)'],
  ['-3%', '-3% (ppt)'],
  ['-3', 'fell by -3 pp'],
  ['-3', 'a column of plain numbers: -3'],
])('points that are called so, or that carry no sign of percent: %s in "%s"', (figure, quote) => {
  expect(hold(percentOrPoints, [points(figure, quote)])).toEqual(agreeing([figure]));
});

test('a relative change is in percent', () => {
  expect(hold(percentOrPoints, [change('-3%')])).toEqual(NOT_COMPARED);
});
