import { labelOf } from '../registry/label.ts';
import { measureOfLabel } from '../registry/measures.ts';
import { isWord } from '../text/lexicon.ts';
import { type MeasureReading, type NamedMeasure, tidy } from './named-measure.ts';
import { namesNothing } from './names-nothing.ts';
import { withoutPeriods } from './scan.ts';

/** What an item says behind its figure is its name where it is as short as one, in words. */
const LONGEST = 12;

/**
 * The name of a figure that a list's item begins with and says nothing but what it counts: "1,334 people tried to take
 * their own lives on the railway", "£60m cost to the rail industry each year". Null where the item says more, as a
 * sentence does ("four appeals were made and one was upheld").
 */
export function nameOfItem({ scan, index, role, passage }: MeasureReading): NamedMeasure | null {
  const figure = scan.figures[index]!;
  const isWhole = passage.role === 'item' && scan.text.trim() === passage.text.trim().replace(/\s+/g, ' ');
  if (
    !isWhole ||
    scan.figures.length !== 1 ||
    role.statistic !== 'level' ||
    /\w/.test(scan.text.slice(0, figure.qualifierStart))
  )
    return null;
  const rest = withoutPeriods(scan, figure.unitEnd, scan.text.length).replace(/\([^()]*\)/g, ' ');
  const label = tidy(rest.replace(/\s+/g, ' ').replace(/^ ?(?:of (?:all |the )?)?/i, '')).replace(/\.$/, '');
  const words = label.split(' ');
  const isName = words.length >= 2 && words.length <= LONGEST && /^[A-Za-z]/.test(label) && !/[;:]|,\s/.test(label);
  if (!isName || isWord(words[0]!, 'conjunctions', 'auxiliaries', 'prepositions') || namesNothing(label)) return null;
  if (words.some((word, at) => isWord(word, 'auxiliaries') && !/^(?:who|that|which)$/i.test(words[at - 1] ?? '')))
    return null;
  const measure = measureOfLabel(label);
  return { measure, label: measure ? labelOf(measure, label) : label, by: measure ? 'name' : 'words' };
}
