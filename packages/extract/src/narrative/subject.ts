import { findAreas } from '../registry/areas.ts';
import type { MeasureReading } from './named-measure.ts';
import { subjectOf } from './phrases.ts';
import { type Scan, withoutPeriods } from './scan.ts';

/** The subject of the figure's clause, or that of the sentence where the clause has none of its own. */
export function subjectFor({ scan, index, passage }: MeasureReading): string {
  const left = withoutPeriods(scan, 0, scan.figures[index]!.qualifierStart);
  const starts = [
    ...left.matchAll(
      /[;:]\s+|,\s+(?:but|while|whilst|whereas|although)\s+|\b(?:forecast|estimat|project|predict|confirm|report|stat|show|suggest|mean|indicat)\w*\s+that\s+/g,
    ),
  ].map((match) => match.index + match[0].length);
  const own = subjectOf(left.slice(starts.at(-1) ?? 0)) || subjectOf(left);
  if (own && findAreas(own).some(({ start, end }) => end - start >= own.length - 2)) return '';
  return own && !own.includes(' ') && /^(?:the|this|our)\s/i.test(left)
    ? (fullName(own, passage.text.slice(0, scan.offset)) ?? own)
    : own;
}

/** "The survey" is the last survey that the passage named in full ("his annual Let's Talk Policing Survey"). */
function fullName(noun: string, before: string): string | null {
  const names = [
    ...before.matchAll(
      new RegExp(`\\b(?:the|a|an|our|its|his|her|their)\\s+((?:[\\w'\u2019-]+\\s+){1,6}${noun})\\b`, 'gi'),
    ),
  ];
  return names.at(-1)?.[1]?.replace(/^(?:new|annual|recent|latest|first|second|third)\s+/i, '') ?? null;
}

export function refersBack(scan: Scan): boolean {
  return /^(?:this|these|it|they|the (?:current|latest|figure|number|proportion|rate|increase|decrease|total|position)|there|in|as|since|over|a)\b/i.test(
    scan.text,
  );
}
