import { extract } from '../extract.ts';
import { paperOf } from '../testing/tree.ts';

test.each([
  [
    'The commonest subjects of letters were speeding (71), antisocial behaviour (54) and parking (29).',
    [
      'commonest subjects of letters - speeding',
      'commonest subjects of letters - antisocial behaviour',
      'commonest subjects of letters - parking',
    ],
  ],
  [
    'The largest falls were seen in robbery (71), shoplifting (54) and bicycle theft (29).',
    ['Robbery', 'Shoplifting', 'Bicycle theft'],
  ],
])('%s', (text, labels) => {
  const result = extract(paperOf(text), { id: 'paper' });
  const observations = result.status === 'failed' ? [] : result.value.observations;
  expect(observations.map(({ measure }) => measure.label)).toEqual(labels);
});
