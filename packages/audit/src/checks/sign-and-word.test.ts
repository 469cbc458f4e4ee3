import type { Observation } from '@scrutineer/model';
import { change, later } from '@scrutineer/model/testing';
import { agreeing, hold, NOT_COMPARED } from '../testing/printed.ts';
import { signAndWord } from './sign-and-word.ts';

const inText = (one: Observation): Observation => ({ ...one, source: { ...one.source, table: null } });

describe('a missing sign', () => {
  const quote = '-3% (210)';
  const percent = change('-3%', { quote, start: 200 });
  const count = change('210', { quote, start: 205, value: -210, notes: ['sign-missing'] });

  test('is a warning in a table, where the cells around it carry theirs', () => {
    expect(hold(signAndWord, [percent, count]).found).toEqual([
      {
        rule: 'sign-and-word',
        severity: 'warning',
        figures: ['-3%', '210'],
        expected: -210,
        explain: 'Burglary, Lancashire: 210 has no minus sign beside -3%.',
      },
    ]);
  });
  test('is a remark in a sentence, where the words still tell', () => {
    expect(hold(signAndWord, [percent, count].map(inText)).found).toMatchObject([
      { severity: 'info', figures: ['-3%', '210'], expected: -210 },
    ]);
  });
  test('stands alone where nothing is printed before it', () => {
    expect(hold(signAndWord, [count]).found).toMatchObject([
      { figures: ['210'], explain: 'Burglary, Lancashire: 210 has no minus sign beside a fall.' },
    ]);
  });
  test('is not beside the change of another measure', () => {
    const other = { ...percent, measure: { id: 'robbery', label: 'Robbery' } };
    expect(hold(signAndWord, [other, count]).found).toMatchObject([{ figures: ['210'] }]);
  });
});

describe('a sign against the word beside it', () => {
  const against = change('+137', { value: 137, quote: 'decrease (+137)', notes: ['sign-against-word'] });

  test('is an error in a table', () => {
    expect(hold(signAndWord, [against]).found).toEqual([
      {
        rule: 'sign-and-word',
        severity: 'error',
        figures: ['+137'],
        expected: -137,
        explain: 'Burglary, Lancashire: +137 is printed with a word that says the opposite ("decrease (+137)").',
      },
    ]);
  });
  test('is a warning in a sentence, whose word may belong to something else', () => {
    expect(hold(signAndWord, [inText(against)]).found).toMatchObject([{ severity: 'warning', figures: ['+137'] }]);
  });
});

test.each(['+137', '-137', '−137', '–137'])('a sign that nothing contradicts: %s', (figure) => {
  const value = figure.startsWith('+') ? 137 : -137;
  expect(hold(signAndWord, [change(figure, { value })])).toEqual(agreeing([figure]));
});

test('neither a change without a sign nor a level has anything to contradict', () => {
  expect(hold(signAndWord, [change('137'), later('-137')])).toEqual(NOT_COMPARED);
});
