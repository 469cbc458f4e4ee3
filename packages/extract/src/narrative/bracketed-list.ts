import { findMeasures } from '../registry/measures.ts';
import { type MeasureReading, type NamedMeasure, tidy, words } from './named-measure.ts';
import { subjectOf } from './phrases.ts';
import type { Scan } from './scan.ts';

/**
 * An item of a list with its count in brackets, of which not every item is a measure: "the commonest subjects were
 * speeding (71), antisocial behaviour (54) and parking (29)" counts subjects, no incidents. Null elsewhere.
 */
export function bracketedItem({ scan, index, role }: MeasureReading): NamedMeasure | null {
  if (role.statistic !== 'level' || scan.figures[index]!.unit !== null) return null;
  const items = itemsOf(scan);
  const item = items.find((other) => other.figure === index);
  if (!item || items.length < FEWEST || items.every(({ name }) => findMeasures(name).length > 0)) return null;
  const subject = subjectOf(scan.text.slice(0, items[0]!.end));
  return words(tidy([subject, item.name].filter(Boolean).join(' - ')));
}

/** How many items make a list. */
const FEWEST = 3;

interface Item {
  readonly figure: number;
  readonly name: string;
  readonly end: number;
}

function itemsOf(scan: Scan): Item[] {
  return scan.figures.flatMap((figure, index) => {
    const bracket = scan.brackets.find(
      ({ start, end }) => figure.qualifierStart === start + 1 && figure.end === end - 1,
    );
    const name = bracket && ITEM.exec(scan.text.slice(0, bracket.start))?.groups?.name;
    return bracket && name ? [{ figure: index, name, end: bracket.start }] : [];
  });
}

/** Up to four words since the item before, the verb or the colon. */
const ITEM =
  /(?:[),:;]|\b(?:and|or|were|was|are|is|included|include|including|follows))\s+(?:and\s+)?(?<name>[a-z][\w'/-]*(?:\s+[\w'/-]+){0,3})\s*$/i;
