import type { Qualifier } from '@scrutineer/model';
import { nounPhraseAt, subjectOf } from './narrative/phrases.ts';
import type { Role } from './narrative/role.ts';
import { rolesOf } from './narrative/roles.ts';
import { type Scan, scanSentence } from './narrative/scan.ts';

/** A quantity found in a sentence; offsets are half-open UTF-16 code units of the sentence. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  /** A number, or the two ends of a range. */
  readonly value: number | readonly [number, number];
  /** A unit of measure, else the counted noun; "" for a bare number. */
  readonly unit: string;
  readonly change: 'up' | 'down' | 'equal' | 'about' | 'over' | 'under';
  /** What the quantity is of, in the sentence's own words; "" where they do not tell. */
  readonly measure: string;
}

/** Every quantity of a sentence, in order, by the same grammar that reads papers. */
export function quantities(text: string): Quantity[] {
  const scan = scanSentence(text, { start: 0, end: text.length }, new Map());
  const roles = rolesOf(scan);
  const found: Quantity[] = [];
  scan.figures.forEach((figure, index) => {
    const first = found.at(-1);
    if (first && isRangeEnd(roles, index) && typeof first.value === 'number') {
      found[found.length - 1] = {
        ...first,
        end: figure.end,
        value: [first.value, figure.value],
        unit: unitOf(scan, index) || first.unit,
      };
      return;
    }
    found.push({
      start: figure.start,
      end: figure.end,
      value: figure.value,
      unit: unitOf(scan, index),
      change: changeOf(roles[index]!, figure.qualifier),
      measure: subjectOf(scan.text.slice(0, figure.qualifierStart)),
    });
  });
  return found;
}

function isRangeEnd(roles: readonly Role[], index: number): boolean {
  const role = roles[index]!;
  return role.rule === 'range' || (role.rule === 'from-to' && !role.earlier && roles[index - 1]?.earlier === true);
}

function unitOf(scan: Scan, index: number): string {
  const figure = scan.figures[index]!;
  if (figure.unit && figure.unit !== 'rank') return figure.unit;
  const next = scan.figures[index + 1];
  return nounPhraseAt(scan.text.slice(figure.unitEnd, next?.start ?? scan.text.length));
}

const BOUNDS: Readonly<Record<Qualifier, Quantity['change']>> = {
  approx: 'about',
  over: 'over',
  'at-least': 'over',
  under: 'under',
  'up-to': 'under',
};

function changeOf(role: Role, qualifier: Qualifier | null): Quantity['change'] {
  const direction = role.statistic === 'change' || role.ofChange ? role.sign?.direction : undefined;
  if (direction === 'up' || direction === 'down') return direction;
  return qualifier ? BOUNDS[qualifier] : 'equal';
}
