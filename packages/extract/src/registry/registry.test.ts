import { allMeasures, howLabelMatches, measureOfLabel } from './measures.ts';
import { searchMeasures } from './search-measures.ts';

describe('the registry of measures', () => {
  const all = allMeasures();

  test('has each measure once, with its unit and the direction that is an improvement', () => {
    const ids = all.map(({ measure }) => measure.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(300);
    for (const { measure } of all) {
      expect(measure.unit).toMatch(/^[a-zA-Z][\w-]*$/);
      expect(['higher', 'lower', null]).toContain(measure.good);
    }
  });

  test('finds each measure by its own label and by the label alone', () => {
    for (const { measure } of all) expect(measureOfLabel(measure.label)?.id).toBe(measure.id);
  });

  test('gives each name to one measure', () => {
    const owners = new Map<string, string>();
    for (const { measure, names } of all) {
      for (const name of names) {
        const owner = owners.get(name.toLowerCase()) ?? measure.label;
        expect(`${name}: ${measure.label}`).toBe(`${name}: ${owner}`);
        owners.set(name.toLowerCase(), measure.label);
      }
    }
  });

  test.each([
    ['Recorded crime', 'name'],
    ['Crime, recorded', 'same words'],
    ['Number of robbery offences recorded', 'same words but those that tell nothing'],
    ['Widgets', null],
  ])('says how "%s" is matched', (label, how) => {
    expect(howLabelMatches(label)).toBe(how);
  });

  test.each([
    ['Satisfacton of burglary victims', 'User satisfaction - Burglary'],
    ['residential burglary rate', 'Burglary Residential'],
    ['shop lifting', 'Shoplifting'],
  ])('names what is nearest to "%s"', (label, nearest) => {
    expect(searchMeasures(label, 3).map(({ measure }) => measure.label)).toContain(nearest);
  });
});
