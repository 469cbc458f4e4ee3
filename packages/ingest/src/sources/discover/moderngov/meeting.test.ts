import { inOrder, meetingDate } from './meeting.ts';

test.each<[string, string | null]>([
  ['05/03/2019', '2019-03-05'],
  ['5/3/2019 10:00', '2019-03-05'],
  ['Tuesday, 5th March, 2019 10.00 am', '2019-03-05'],
  ['1 May 2020', '2020-05-01'],
  ['31/02/2019', null],
  ['5 Brumaire 2019', null],
  ['next Tuesday', null],
])('%s is %s', (text, expected) => {
  expect(meetingDate(text)).toBe(expected);
});

test('meetings come oldest first, those of one day by their number, each once', () => {
  const meeting = (id: string, date: string | null) => ({ id, date, body: null });
  const meetings = [
    meeting('100', '2019-03-05'),
    meeting('9', '2019-03-05'),
    meeting('1', '2020-01-01'),
    meeting('9', '2019-03-05'),
  ];
  expect(inOrder(meetings).map(({ id }) => id)).toEqual(['9', '100', '1']);
});
