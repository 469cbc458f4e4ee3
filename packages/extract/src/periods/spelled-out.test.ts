import { extract } from '../extract.ts';
import { paperOf } from '../testing/tree.ts';

function periodOf(sentence: string) {
  const result = extract(paperOf(`# Report\n\nMeeting date: 12 February 2019\n\n${sentence}`), { id: 'paper' });
  const [first] = result.status === 'failed' ? [] : result.value.observations;
  return { period: first?.period, misnamed: first?.notes.filter((note) => note.startsWith('quarter-misnamed')) };
}

test('of a quarter’s name and the months printed beside it, the months are believed and the slip is noted', () => {
  expect(periodOf('In the first quarter (October to December 2018) there were 1,204 burglaries.')).toEqual({
    period: '2018-10-01/2018-12-31',
    misnamed: ['quarter-misnamed: "first quarter" stands for October to December 2018'],
  });
});

test('where they agree nothing is noted', () => {
  expect(periodOf('In the third quarter (October to December 2018) there were 1,204 burglaries.')).toEqual({
    period: '2018-10-01/2018-12-31',
    misnamed: [],
  });
});
