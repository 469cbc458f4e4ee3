import type { PaperContext } from '../context.ts';
import type { Area } from '../registry/areas.ts';
import type { PhraseMatch } from '../registry/phrases.ts';
import type { Role } from './role.ts';
import type { Scan } from './scan.ts';

const COMPARED =
  /\b(?:than|behind|ahead of|compared (?:with|to)|against|similar to|like|unlike|from the|of the|greater than|including|Board|Council|via|University of|Bishop of)\s+(?:the\s+|in\s+|that\s+of\s+)?(?:\w+\s+)?$/i;
const IN_AREA = /\b(?:in|across|for|within|throughout|to|at|around|over|covering|of)\s+(?:the\s+|both\s+|all of\s+)?$/i;
/** The name of something else: a university, a council, a court. */
const NAME_AFTER =
  /^(?:'s)?\s+(?:university|council|borough|city council|court|crown|magistrates|prison|hospital|tower|road|street|fire|health|nhs|resilience|victim|volunteer|fund|programme|partnership|day|moor|united|football|police station)\b/i;

/** What the government decides for all forces, and the economy as a whole, is about no one area. */
const NATIONWIDE =
  /\bnational (?:uplift|programme|funding|target|total|picture)\b|\b(?:the\s+)?(?:government|treasury|chancellor)\s+(?:will|has|have|would|announced|confirmed)\b|\bPolice and Crime Commissioners will\b|\bgross domestic product\b|\bthe economy\b|\binflation\b|\bpublic sector (?:pay|employees)\b/i;
const NATIONAL = { id: null, label: 'National' } as const;
const ECONOMY = /\bgross domestic product\b|\bGDP\b|\bthe economy\b|\binflation\b/i;
/** "42 forces", "another 24 forces": they are counted over England and Wales, whose paper it may be. */
const FORCES = /^\s+(?:other\s+|(?:territorial\s+)?police\s+)?forces\b(?!\s+(?:in|of|across)\b)/i;
const ENGLAND_AND_WALES = { id: 'K04000001', label: 'England & Wales' } as const;
const UK = { id: 'K02000001', label: 'UK' } as const;

/** The area of a figure: one its clause names, else the paper's own. Areas that are only compared with do not count. */
export function areaOf(
  scan: Scan,
  index: number,
  role: Role,
  context: PaperContext,
): Pick<Area, 'id' | 'label'> | null {
  if (role.statistic === 'rank') return context.area;
  const figure = scan.figures[index]!;
  const beside = besideFigure(scan, index);
  if (beside) return beside;
  if (figure.unit === null && FORCES.test(scan.text.slice(figure.unitEnd))) return ENGLAND_AND_WALES;
  const named = scan.areas.filter((area) => counts(scan, area.start, area.end, area.entry));
  const after = named.find(
    (area) =>
      area.start >= figure.end &&
      !isBesideNext(scan, index, area) &&
      area.start < clauseEnd(scan, index) &&
      IN_AREA.test(scan.text.slice(0, area.start)),
  );
  if (after) return after.entry;
  const subject = named.findLast((area) => area.end <= figure.start && isSubject(scan, area.start, area.end));
  if (subject && !isListed(scan, subject.end)) return subject.entry;
  const leading = named.find(
    (area) =>
      area.start < figure.start &&
      isLeading(scan, area.start, area.end, area.entry) &&
      !isListed(scan, area.end) &&
      !named.some((other) => other.start > area.end && other.end < figure.start),
  );
  if (leading) return leading.entry;
  if (NATIONWIDE.test(scan.text) && scan.areas.every((area) => area.entry.kind === 'nation'))
    return ECONOMY.test(scan.text) ? UK : NATIONAL;
  const behind = named
    .filter(
      (area) =>
        area.end <= figure.start &&
        area.start >= clauseStart(scan, index) &&
        IN_AREA.test(scan.text.slice(0, area.start)),
    )
    .at(-1);
  return behind?.entry ?? context.area;
}

/** What may stand between an area and its figure. */
const BESIDE =
  /^\s*(?:\(|:|-|with|at|had|saw|recorded|was|is|by|rose by|fell by|it was)?\s*(?:average|figure|rate|mean)?\s*(?:of|is|was|at)?\s*$/i;

/** The area before the next figure is that figure's: "by 11%, and in our Most Similar Group by 9%". */
function isBesideNext(scan: Scan, index: number, area: PhraseMatch<Area>): boolean {
  const next = scan.figures[index + 1];
  if (!next || area.end > next.start) return false;
  const between = scan.text.slice(area.end, next.qualifierStart);
  return BESIDE.test(between) && !between.includes('(');
}

/** "Stockton 2,410", "an MSG average of 92.4", "58.0% nationally": the area right beside the figure. */
function besideFigure(scan: Scan, index: number): Area | null {
  const figure = scan.figures[index]!;
  const before = scan.areas.findLast(
    (area) => area.end <= figure.qualifierStart && BESIDE.test(scan.text.slice(area.end, figure.qualifierStart)),
  );
  const after = scan.areas.find(
    (area) =>
      area.start >= figure.unitEnd &&
      /^\s*(?:(?:drop|fall|rise|increase|decrease|reduction|lower|higher|up|down|fewer|more)\s+)?(?:\(|(?:for|in|across)\s+(?:the\s+|our\s+)?)?$/i.test(
        scan.text.slice(figure.unitEnd, area.start),
      ),
  );
  return after?.entry.label === 'National' || after?.entry.label === 'Region' || after?.entry.kind === 'group'
    ? after.entry
    : (before?.entry ?? null);
}

const CLAUSE_BEGINS =
  /(?:^|[,;:.]\s+|\b(?:and|while|whilst|but|whereas|with|where|that)\s+)(?:(?:in|for|across|within)\s+)?(?:the\s+)?$/i;
const SUBJECT_GOES_ON =
  /^(?:'s)?\s*(?:,|:|(?:(?:police|constabulary|division|area|district)\s+)?(?:is|are|has|have|had|was|were|saw|see|sees|shows?|showed|recorded|records|reported|reports|experienced|remains?|stood|stands|rose|fell|up|down|increased|decreased|went|came|holds|leads|lies|ranks?)\b)/i;

/** "South Division is showing …, West Division have …": the area that begins a clause is what its figures are of. */
function isSubject({ text }: Scan, start: number, end: number): boolean {
  return (
    CLAUSE_BEGINS.test(text.slice(Math.max(0, start - 40), start)) && SUBJECT_GOES_ON.test(text.slice(end, end + 40))
  );
}

/** "in England, Scotland, and Wales together": one of several places named at once. */
function isListed(scan: Scan, end: number): boolean {
  return scan.areas.some(
    (other) => other.start > end && /^\s*,?\s*(?:and\s+)?$/.test(scan.text.slice(end, other.start)),
  );
}

function counts(scan: Scan, start: number, end: number, area: Area): boolean {
  if (NAME_AFTER.test(scan.text.slice(end))) return false;
  if (area.kind === 'group' || (area.kind === 'nation' && area.label === 'National'))
    return (
      /^(?:nationally|the national average|national average|the most similar|our most similar|msg average)/i.test(
        scan.text.slice(start),
      ) || isLeading(scan, start, end, area)
    );
  return !COMPARED.test(scan.text.slice(0, start));
}

/** "Nationally, …", "In Preston, …", "Kent recorded …": it governs the sentence. */
function isLeading(scan: Scan, start: number, end: number, area: Area): boolean {
  const before = scan.text.slice(0, start).trim();
  if (area.kind === 'nation' && area.label === 'National')
    return before === '' && /^nationally|^national (?:average|figure|rate)/i.test(scan.text);
  return (
    /^(?:in|across|within|for|over|throughout)?\s*(?:the)?$/i.test(before) &&
    /^(?:'s)?(?:,|\s+(?:recorded|saw|has|had|is|was|reported|remains|experienced|division|district|police|constabulary))/i.test(
      scan.text.slice(end),
    )
  );
}

function clauseStart(scan: Scan, index: number): number {
  const left = scan.text.slice(0, scan.figures[index]!.start);
  return Math.max(left.lastIndexOf(';'), left.lastIndexOf(', while'), left.lastIndexOf(', but'), 0);
}

function clauseEnd(scan: Scan, index: number): number {
  const from = scan.figures[index]!.end;
  const match = /;|,\s+(?:while|whilst|but|whereas)\b/.exec(scan.text.slice(from));
  return match ? from + match.index : scan.text.length;
}
