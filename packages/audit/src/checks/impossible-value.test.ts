import { change, later } from '@scrutineer/model/testing';
import { agreeing, hold, type More, NOT_COMPARED, table } from '../testing/printed.ts';
import { impossibleValue } from './impossible-value.ts';

const satisfaction = (figure: string, more: More = {}) =>
  later(figure, { measure: { id: 'satisfaction', label: 'Victim satisfaction' }, ...more });

test.each([
  ['above all', satisfaction('104%'), '104% is printed, but a share of a whole lies between 0% and 100%.'],
  ['below nothing', satisfaction('-4%'), '-4% is printed, but a share of a whole lies between 0% and 100%.'],
  ['fewer than none', later('-12'), '-12 is printed, but there cannot be fewer than none.'],
  ['a fall by more than all', change('-104%'), '-104% is printed, but nothing can fall by more than 100%.'],
])('%s', (_, observation, said) => {
  expect(hold(impossibleValue, [observation]).found).toEqual([
    {
      rule: 'impossible-value',
      severity: 'error',
      figures: [observation.source.figure],
      expected: null,
      explain: `${observation.measure.label}, Lancashire: ${said}`,
    },
  ]);
});

test.each([
  ['all', satisfaction('100%')],
  ['nothing', satisfaction('0%')],
  ['none', later('0')],
  ['a fall by all', change('-100%')],
  ['a rise by more than all', change('250%')],
])('what may just be: %s', (_, observation) => {
  expect(hold(impossibleValue, [observation])).toEqual(agreeing([observation.source.figure]));
});

test.each([
  ['a percentage of the target', satisfaction('104%', { quote: '104% of target' })],
  ['of the establishment', later('104%', { measure: { id: null, label: 'Officers, percentage of establishment' } })],
  ['a percentage of what is not told', later('104%')],
  ['occupancy', later('104%', { measure: { id: null, label: 'Cell occupancy rate' } })],
  ['a change in counts', change('-120')],
  ['an amount below nought', later('-£120', { unit: 'GBP' })],
  ['a difference of no known measure', later('-12', { measure: { id: null, label: 'Variance' } })],
])('not compared: %s', (_, observation) => {
  expect(hold(impossibleValue, [observation])).toEqual(NOT_COMPARED);
});

test('a table’s headers tell what a percentage is of', () => {
  const column = { measure: { id: null, label: 'Calls' } };
  expect(hold(impossibleValue, table([{ ...column, header: 'Answered' }], [['101', '112%']])).found).toHaveLength(1);
  expect(hold(impossibleValue, table([{ ...column, header: 'Answered against target' }], [['101', '112%']]))).toEqual(
    NOT_COMPARED,
  );
});
