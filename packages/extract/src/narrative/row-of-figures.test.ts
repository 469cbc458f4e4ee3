import { extract } from '../extract.ts';
import { paperOf } from '../testing/tree.ts';

function notesOf(text: string): boolean[] {
  const result = extract(paperOf(text), { id: 'paper' });
  return result.status === 'failed'
    ? []
    : result.value.observations.map(({ notes, confidence }) => notes.includes('row-of-figures') && confidence < 0.5);
}

test('the row of a table whose columns are lost is doubted', () => {
  expect(notesOf('Burglary 8,706 increase (1%, 87) 8,793')).toEqual([true, true, true, true]);
});

test('a short sentence full of figures is not', () => {
  expect(notesOf('Rape increased by 31 offences, from 454 to 485.')).toEqual([false, false, false]);
});
