import type { PaperContext } from '../context.ts';
import { tag } from '../language/tagger.ts';
import { type Area, NATIONAL } from '../registry/areas.ts';
import type { PhraseMatch } from '../registry/phrases.ts';
import type { Role } from './role.ts';
import type { Scan } from './scan.ts';

const COMPARED =
  /\bthan\s+(?:anywhere|any\s+other|in\s+any\s+other|most|all)\b[^,;.]{0,30}\s(?:in|of|across)\s(?:the\s)?$|\b(?:than|behind|ahead of|compared (?:with|to)|against|similar to|like|unlike|from the|of the|greater than|including|Board|Council|via|University of|Bishop of)\s+(?:the\s+|in\s+|that\s+of\s+)?(?:\w+\s+)?$/i;
const IN_AREA =
  /\b(?:in|across|for|within|throughout|to|at|around|over|covering|of|from)\s+(?:the\s+|both\s+|all of\s+)?$/i;
/** "12th in England and Wales", "the 9th highest rate in the region": where others stand, told of a rank alone. */
const FIELD_OF_RANK =
  /(?:\d(?:st|nd|rd|th)|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|highest|lowest|largest|safest|best|worst|top)\b)[^,;.]{0,60}$/i;
/** "42% of the population of Wales": the whole that something is a share of. */
const WHOLE_OF_SHARE = /^\s+of\s+(?:the\s+|all\s+)?(?:[\w'-]+\s+){1,4}(?:of|in)\s+(?:the\s+)?$/i;
/** The name of something else: a university, a council, a court. */
const NAME_AFTER =
  /^(?:'s)?\s+(?:university|council|borough|city council|court|crown|magistrates|prison|hospital|tower|road|street|fire|health|nhs|resilience|victim|volunteer|fund|programme|partnership|day|moor|united|football|police station)\b/i;

/** What the government decides for all forces, and the economy as a whole, is about no one area. */
const NATIONWIDE =
  /\bnational (?:uplift|programme|funding|target|total|picture)\b|\b(?:the\s+)?(?:government|treasury|chancellor)\s+(?:will|has|have|would|announced|confirmed)\b|\bPolice and Crime Commissioners will\b|\bgross domestic product\b|\bthe economy\b|\binflation\b|\bpublic sector (?:pay|employees)\b/i;
const ECONOMY = /\bgross domestic product\b|\bGDP\b|\bthe economy\b|\binflation\b/i;
/** "42 forces", "another 24 forces": they are counted over England and Wales, whose paper it may be. */
const FORCES =
  /^\s+(?:(?:territorial\s+)?police\s+|of\s+(?:the\s+)?\d+\s+(?:police\s+)?)?forces\b(?!\s+(?:in|of|across)\b)/i;
const ENGLAND_AND_WALES = { id: 'K04000001', label: 'England & Wales' } as const;
const UK = { id: 'K02000001', label: 'UK' } as const;

/** The area of a figure: one its clause names, else the paper's own. Areas that are only compared with do not count. */
export function areaOf(
  scan: Scan,
  index: number,
  role: Role,
  context: PaperContext,
): Pick<Area, 'id' | 'label'> | null {
  const figure = scan.figures[index]!;
  if (role.statistic === 'rank') return rankedArea(scan, figure.start, context);
  const beside = besideFigure(scan, index);
  if (beside) return beside;
  if (COUNTY.test(scan.text.slice(0, figure.qualifierStart)) || COUNTY_BEHIND.test(scan.text.slice(figure.unitEnd)))
    return context.force ?? context.area;
  if (figure.unit === null && FORCES.test(scan.text.slice(figure.unitEnd))) return ENGLAND_AND_WALES;
  const named = scan.areas.filter((area) => counts(scan, area.start, area.end, area.entry));
  const after = named.find(
    (area) =>
      area.start >= figure.end &&
      !isBesideNext(scan, index, area) &&
      area.start < clauseEnd(scan, index) &&
      IN_AREA.test(scan.text.slice(0, area.start)) &&
      !isField(scan, area.start) &&
      !(figure.unit === 'percent' && WHOLE_OF_SHARE.test(scan.text.slice(figure.unitEnd, area.start))),
  );
  if (after) return after.entry;
  const subject = subjectBefore(scan, figure.start, context);
  if (subject) return subject;
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
        IN_AREA.test(scan.text.slice(0, area.start)) &&
        !isField(scan, area.start),
    )
    .at(-1);
  return behind?.entry ?? context.area;
}

/** What may stand between an area and its figure. */
const BESIDE =
  /^(?:(?:police|constabulary|force area|force|service|area) ?){0,2}(?:\(|:|-|with|at|had|saw|recorded|was|is|by|rose by|fell by|it was|-?wide)? ?(?:average|figure|rate|mean)? ?(?:increase|decrease|reduction|rise|fall|drop|change)? ?(?:of|is|was|at)? ?\(?$/i;
/** A longer stretch says more than that, in characters. */
const LONGEST_BESIDE = 60;

function isBeside(between: string): boolean {
  return between.length <= LONGEST_BESIDE && BESIDE.test(between.replace(/\s+/g, ' ').trim());
}

/** "County overall up to 69,552", "in the County overall to 2,282 from 2,248": the county that a district's figures stand beside. */
const COUNTY =
  /\b(?:[Cc]ounty|[Ff]orce)(?:[- ]?(?:overall|total|as a whole|average|area|wide)){0,2}(?:\s(?:average|increase|decrease|reduction|rise|fall|drop|change)){0,2}(?:\sof)?\s(?:(?:had\s)?(?:gone\s)?(?:up|down)\s)?(?:(?:to|by|with|at|was|is|had|saw)\s)?(?:[\d.,%]+\s(?:from|to|against)\s)?$/;

/** "the 9.8% average reduction countywide". */
const COUNTY_BEHIND =
  /^\s(?:(?:average|increase|decrease|reduction|rise|fall|drop|change)\s){0,2}(?:county|force)[- ]?wide\b/i;

/** The area before the next figure is that figure's: "by 11%, and in our Most Similar Group by 9%". */
function isBesideNext(scan: Scan, index: number, area: PhraseMatch<Area>): boolean {
  const next = scan.figures.find((other) => other.start >= area.end);
  const adjoins = /^\s*(?:\([^()]*\)\s*)?(?:in|for|across|within)\s+(?:the\s+)?$/i.test(
    scan.text.slice(scan.figures[index]!.unitEnd, area.start),
  );
  if (!next || adjoins) return false;
  const compared = /\b(?:above|below|than|against|compared|average|exceeds?)\b/i.test(
    scan.text.slice(scan.figures[index]!.unitEnd, area.start),
  );
  if (compared && /^\s*\(\s*$/.test(scan.text.slice(area.end, next.qualifierStart))) return true;
  const between = scan.text.slice(area.end, next.qualifierStart);
  const isList = /^\s*(?:to|by|(?:had\s+)?(?:gone\s+)?(?:up|down)(?:\s+(?:to|by|from))?|from)\s*$/i.test(between);
  return (isBeside(between) && !between.includes('(')) || (isList && scan.figures[index + 1] !== undefined);
}

/** "Stockton 2,410", "an MSG average of 92.4", "58.0% nationally": the area right beside the figure. */
function besideFigure(scan: Scan, index: number): Area | null {
  const figure = scan.figures[index]!;
  const before = scan.areas.findLast(
    (area) => area.end <= figure.qualifierStart && isBeside(scan.text.slice(area.end, figure.qualifierStart)),
  );
  const after = scan.areas.find(
    (area) =>
      area.start >= figure.unitEnd &&
      /^\s*(?:(?:drop|fall|rise|increase|decrease|reduction|lower|higher|up|down|fewer|more)\s+)?(?:\(|(?:for|in|across)\s+(?:the\s+|our\s+)?)?$/i.test(
        scan.text.slice(figure.unitEnd, area.start),
      ),
  );
  const isWide = after !== undefined && /^[- ]wide\b/i.test(scan.text.slice(after.end));
  return after &&
    (isWide || after.entry.label === 'National' || after.entry.label === 'Region' || after.entry.kind === 'group')
    ? after.entry
    : (before?.entry ?? null);
}

/** The place where another stands in a ranking. */
function isField({ text }: Scan, start: number): boolean {
  return FIELD_OF_RANK.test(text.slice(0, start));
}

const CLAUSE_BEGINS =
  /(?:^|[,;:.]\s+|\b(?:and|while|whilst|but|whereas|with|where|that|as)\s+)(?:(?:in|for|across|within|over)\s+)?(?:the\s+)?$/i;
/** What may follow the name of an area that is a subject: its body, "alone", "as a whole". */
const SUBJECT_TAIL =
  /^(?:'s)?\s*(?:(?:police|constabulary|division|area|district|county|force)\s+)*(?:(?:alone|itself|also|now|overall|as a whole|still|again)\s+)?/i;
/** "the force", "it": the paper's own area as a subject. */
const OWN_SUBJECT =
  /(?:^|[,;:.]\s|\b(?:and|while|whilst|but|that|as)\s)(?:the\s(?:force|constabulary)|it|its\s(?:\w+\s){1,2})(?=\s?[a-z])/gi;

/** A rank is of the subject that was ranked; a region, a nation or a group is where it was. */
function rankedArea(scan: Scan, before: number, context: PaperContext): Pick<Area, 'id' | 'label'> | null {
  const areas = scan.areas.filter(({ entry }) => ['force', 'district', 'division'].includes(entry.kind));
  return subjectBefore({ ...scan, areas }, before, context) ?? context.area;
}

/** "South Division is showing …", "Cardiff alone draws …": the last area before a figure that is the subject of a clause. */
function subjectBefore(scan: Scan, before: number, { area: own }: PaperContext): Pick<Area, 'id' | 'label'> | null {
  const named = scan.areas.findLast(
    (area) =>
      area.end <= before &&
      counts(scan, area.start, area.end, area.entry) &&
      isSubject(scan, area.start, area.end) &&
      !isListed(scan, area.end),
  );
  const self = [...scan.text.slice(0, before).matchAll(OWN_SUBJECT)].findLast(
    (match) => verbAt(scan, match.index + match[0].length) !== null,
  );
  if (self && (!named || self.index > named.start)) return own;
  return named?.entry ?? null;
}

function isSubject(scan: Scan, start: number, end: number): boolean {
  const { text } = scan;
  if (!CLAUSE_BEGINS.test(text.slice(Math.max(0, start - 40), start)))
    return PREDICATE.test(text.slice(0, start)) && /^\s+with\b/.test(text.slice(end));
  const rest = text.slice(end);
  if (/^(?:'s)?\s*(?:,|:)/.test(rest) || /^(?:'s)?\s+(?:up|down)\b/i.test(rest)) return true;
  return verbAt(scan, end + SUBJECT_TAIL.exec(rest)![0].length) !== null;
}

/** "The best performing force is currently Kent with 90%". */
const PREDICATE = /\b(?:is|was|are|were)\s+(?:currently\s+|now\s+)?$/i;

/** The verb that begins at a place of the sentence, adverbs before it left out; null where none does. */
function verbAt({ text }: Scan, at: number): string | null {
  const next = tag(text).find(({ start, pos }) => start >= at && pos !== 'ADV');
  return next && (next.pos === 'VERB' || next.pos === 'AUX') ? next.text : null;
}

/** "in England, Scotland, and Wales together": one of several places named at once. */
function isListed(scan: Scan, end: number): boolean {
  return scan.areas.some(
    (other) => other.start > end && /^\s*,?\s*(?:and\s+)?$/.test(scan.text.slice(end, other.start)),
  );
}

/** "leaving out the cities of …", "reported to Sussex Police": what a figure is not of. */
const LEFT_OUT =
  /\breported to\s+(?:the\s+)?$|\b(?:leaving out|excluding|excludes?|except(?:ing| for)?|apart from|other than|not including)\b[^.;]*$/i;

function counts(scan: Scan, start: number, end: number, area: Area): boolean {
  if (LEFT_OUT.test(scan.text.slice(0, start))) return false;
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
