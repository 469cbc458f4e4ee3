import { remember } from '../text/remember.ts';
import { readData } from './data.ts';
import type { PhraseMatch } from './phrases.ts';
import { phraseIndex } from './phrases.ts';
import { expectIn, readUserFile } from './user-registry.ts';

/** A reference area; the id is its ONS code where it has one. */
export interface Area {
  readonly id: string | null;
  readonly label: string;
  readonly kind: 'nation' | 'group' | 'region' | 'force' | 'district' | 'division';
  /** The force area that a district lies in, by its label; null for other areas. */
  readonly within: string | null;
}

interface AreaEntry {
  readonly id: string | null;
  readonly label: string;
  readonly aliases: readonly string[];
  /** Further places in a force's area, by name: a person's own line may add them. */
  readonly districts?: readonly string[];
  /** Districts of a combined authority, by their labels. */
  readonly members?: readonly string[];
}

type AreaData = Record<'nations' | 'groups' | 'wider' | 'regions' | 'forces', AreaEntry[]>;
/** Code, name and other names of each district, by the label of its force area. */
type DistrictData = Record<string, [code: string, ...names: string[]][]>;
const DATA = withUserAreas(readData<AreaData>('areas.yaml'));

/** A person's own line for an area of the registry adds names and districts to it. */
function withUserAreas(data: AreaData): AreaData {
  const file = 'areas.yaml';
  const content = readUserFile(file) as Partial<Record<string, AreaEntry[]>> | null | undefined;
  if (content === null || content === undefined) return data;
  const kinds = Object.keys(data) as (keyof AreaData)[];
  const wrong = Object.keys(content).find((kind) => !(kind in data));
  expectIn(file, wrong === undefined, `"${wrong}" is none of ${kinds.join(', ')}`);
  const merged = (kind: keyof AreaData): AreaEntry[] => {
    const own = content[kind] ?? [];
    expectIn(file, Array.isArray(own), `\`${kind}\` must be a list of areas`);
    for (const area of own)
      expectIn(file, typeof area?.label === 'string', `each area of \`${kind}\` needs a \`label\``);
    const more = (label: string) => own.find((area) => area.label === label);
    const known = data[kind].map((area) => ({
      ...area,
      aliases: [...area.aliases, ...(more(area.label)?.aliases ?? [])],
      districts: [...(area.districts ?? []), ...(more(area.label)?.districts ?? [])],
    }));
    const isNew = ({ label }: AreaEntry) => !data[kind].some((area) => area.label === label);
    return [
      ...known,
      ...own.filter(isNew).map((area) => ({ ...area, id: area.id ?? null, aliases: area.aliases ?? [] })),
    ];
  };
  return Object.fromEntries(kinds.map((kind) => [kind, merged(kind)])) as AreaData;
}

const toArea = (entry: AreaEntry, kind: Area['kind']): Area => ({
  id: entry.id,
  label: entry.label,
  kind,
  within: null,
});
const named = (entries: readonly AreaEntry[], kind: Area['kind']) =>
  entries.flatMap((entry) => {
    const area = toArea(entry, kind);
    return [entry.label, ...entry.aliases].map((name) => ({ name, area }));
  });

/** How the body that polices, oversees or governs an area may be named after the area's own name. */
const BODY =
  /\s+(?:police(?:\s+(?:force|area|service))?|constabulary|force|pcc|opcc|county|district|borough|city|council|csp|community safety partnership|average|total|region)$/;

/** A short form in words is a label of its own, as printed; an abbreviation stands for the whole name. */
const WRITTEN_OUT = /^[A-Z][a-z]{3,}/;

const districtsOf = (data: DistrictData) =>
  Object.entries(data).flatMap(([within, districts]) =>
    districts.flatMap(([id, label, ...others]) => {
      const area: Area = { id, label: label!, kind: 'district', within };
      return [label!, ...others].map((name) => ({
        name,
        area: WRITTEN_OUT.test(name) ? { ...area, label: name } : area,
      }));
    }),
  );
const ownDistricts = DATA.forces.flatMap((force) =>
  (force.districts ?? []).map((name) => ({
    name,
    area: { id: null, label: name, kind: 'district', within: force.label } as Area,
  })),
);

const NAMES: readonly { readonly name: string; readonly area: Area }[] = [
  ...named(DATA.forces, 'force'),
  ...named(DATA.nations, 'nation'),
  ...named(DATA.groups, 'group'),
  ...named(DATA.wider, 'region'),
  ...named(DATA.regions, 'region'),
  ...districtsOf(readData<DistrictData>('districts.yaml')),
  ...ownDistricts,
];

const ALL = phraseIndex(NAMES.map(({ name, area }) => [name, area] as const));

/** Names that are also everyday words or surnames stand for an area only in capitals. */
const CAPITALISED = /^[A-Z]/;

const DIVISION_NOUN =
  '(?:(?<=\\b[A-Z]\\s)District|Division|Basic Command Unit|BCU|Local Policing Area|LPA|Command Unit|Policing Unit|Policing Command|Community Safety Partnership|CSP|Safer Neighbourhood Team|Neighbourhood Policing Team)';

/** A division or local policing area by its own name: "East Division", "Northern Local Policing Area", "D Division". */
const DIVISION = new RegExp(`\\b((?:[A-Z][\\w'-]{0,40}\\s+(?:(?:and|&)\\s+)?){1,4}${DIVISION_NOUN})\\b`, 'g');
/** "Anyshire Police's Eastern Division": whose division it is. */
const BODY_OF = /^.*\b(?:Police|Constabulary)(?:'s|\u2019s|s')?\s+(?=[A-Z])/;
const PARTNERSHIP = /\b(?:CSP|Community Safety Partnership)$/;
const TEAM = /\s+(?:Safer Neighbourhood Team|Neighbourhood Policing Team)$/;

/** Every area that a text names, in order. A name counts only as it is written, in capitals. */
export const findAreas: (text: string) => readonly PhraseMatch<Area>[] = remember((text) => {
  const divisions = [...text.matchAll(DIVISION)]
    .map((match) => ({
      name: match[1]!.replace(/^(?:(?:The|In|Across|For|Within|From|Of|Our|All|A)\s+)+/, ''),
      match,
    }))
    .filter(({ name }) => /\s/.test(name) && (!TEAM.test(name) || areaOfLabel(name.replace(TEAM, '')) === null))
    .map(({ name, match }) => {
      const start = match.index + match[1]!.length - name.length;
      return {
        start,
        end: start + name.length,
        entry: PARTNERSHIP.test(name)
          ? (areaOfLabel(name) ?? divisionNamed(name))
          : divisionNamed(name.replace(BODY_OF, '')),
      };
    });
  const found = ALL.find(text)
    .filter(
      ({ start, end, entry }) =>
        CAPITALISED.test(text.slice(start, end)) ||
        entry.label === 'National' ||
        entry.label === 'Region' ||
        entry.kind === 'group',
    )
    .filter(({ start, end }) => WHOLE.has(plainName(text.slice(start, end))))
    .filter((match) => !divisions.some((division) => match.start < division.end && match.end > division.start));
  return [
    ...divisions,
    ...found.map((match, at) => withCompass(text, match, found[at + 1]?.start ?? text.length)),
  ].sort((a, b) => a.start - b.start);
});

const COMPASS =
  '(?:North|South|East|West|Mid|Central|Northern|Southern|Eastern|Western|Inner|Outer)(?:[- ](?:East|West|North|South))?';
const COMPASS_BEFORE = new RegExp(`\\b${COMPASS}\\s$`);
const COMPASS_AFTER = new RegExp(
  `^\\s(?:${COMPASS}|Rural|Urban|[Tt]own [Cc]entre|[Cc]ity [Cc]entre|Centre)\\b(?!\\s+[A-Z][a-z]+\\s+(?:Division|BCU|LPA|CSP))`,
);

const SECTION_OF = new RegExp(`\\b${COMPASS} (?:section|sector|area|part|division|locality) of (?:the )?$`);

/**
 * "North Herts", "the East section of Darlington", "Hitchin Rural": part of an area, by its own name; a
 * district's where it is one. The compass of the next area's name ("Coventry West Midlands Police") is that area's.
 */
function withCompass(text: string, match: PhraseMatch<Area>, next: number): PhraseMatch<Area> {
  if (!['force', 'district'].includes(match.entry.kind)) return match;
  const section = SECTION_OF.exec(text.slice(Math.max(0, match.start - 40), match.start))?.[0];
  if (section) {
    const start = match.start - section.length;
    const label = text.slice(start, match.end).replace(/\s+/g, ' ');
    return { start, end: match.end, entry: { id: null, label, kind: 'division', within: match.entry.label } };
  }
  const before = COMPASS_BEFORE.exec(text.slice(Math.max(0, match.start - 20), match.start))?.[0] ?? '';
  const after = before ? '' : (COMPASS_AFTER.exec(text.slice(match.end, next))?.[0] ?? '');
  if (before === '' && after === '') return match;
  const [start, end] = [match.start - before.length, match.end + after.length];
  const whole = WHOLE.get(plainName(`${before}${match.entry.label}${after}`));
  const label = text.slice(start, end).replace(/\s+/g, ' ');
  const part: Area = { id: null, label, kind: 'division', within: match.entry.within ?? match.entry.label };
  return { start, end, entry: whole ? { ...whole, label } : part };
}

/** "Total for the East Division", "Grand total Kent": a label without what says that its figures are totals. */
export function withoutTotal(label: string): string {
  return label.replace(/^(?:grand |sub-?)?totals?\s+(?:for\s+|in\s+)?(?=\S)/i, '');
}

/** "Daventry & South Northamptonshire Community Safety Partnership" is labelled with the short of its kind. */
function divisionNamed(name: string): Area {
  const label = name
    .replace(TEAM, '')
    .replace(/\bCommunity Safety Partnership$/, 'CSP')
    .replace(/\bLocal Policing Area$/, 'LPA')
    .replace(/\bBasic Command Unit$/, 'BCU');
  return { id: null, label, kind: 'division', within: null };
}

const WHOLE = new Map<string, Area>();
for (const { name, area } of NAMES) {
  const key = plainName(name);
  if (!WHOLE.has(key)) WHOLE.set(key, area);
}

/** Two ways of printing one name are alike: case, "&", hyphens and dots do not count. */
function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/\s*&\s*/g, ' and ')
    .replace(/[-.]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The area that a whole label names ("Lancashire*", "W Yorks", "Kent Police", "East Division"); null where it names none. */
export const areaOfLabel: (label: string) => Area | null = remember((label) => {
  const text = label
    .replace(/[*†‡#^]+|\(\d\)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const key = plainName(text);
  const found =
    WHOLE.get(key) ??
    WHOLE.get(key.replace(BODY, '')) ??
    WHOLE.get(key.replace(/^(?:the|city of|(?:the )?(?:london|royal|metropolitan) borough of) /, ''));
  if (found) return found;
  const part = withoutTotal(text);
  if (part !== text) return areaOfLabel(part);
  if (OWN_AREA.test(key)) return null;
  const division =
    /^(?:(?:north|south|east|west|central|northern|southern|eastern|western|city)(?: (?:division|bcu|area|lpa|csp|locality|sector|section))?|[\w' ]+ (?:division|bcu|lpa|csp|bcus|sector|locality))$/.test(
      key,
    );
  return division ? { id: null, label: text, kind: 'division', within: null } : null;
});

/** A force area by its label; null where none has it. */
export function forceNamed(label: string): Area | null {
  return NAMES.find(({ area }) => area.kind === 'force' && area.label === label)?.area ?? null;
}

/** The whole country, where a paper does not say which. */
export const NATIONAL = { id: null, label: 'National' } as const;

/** What a row or column calls the force area, of which a district's paper tells beside its own. */
export const FORCE_AREA =
  /^(?:force|force total|force ?wide|whole force|constabulary|county|overall force|force area)$/;

/** What a row or column calls the paper's own area. */
export const OWN_AREA =
  /^(?:(?:grand |overall |sub ?)?totals?|force|force total|force ?wide|whole force|constabulary|county|overall force|force area|overall|all|all areas|borough|district)$/;

/**
 * The area that a shortened name means ("D'ton", "R&C") among areas that stand beside it; null where none or several fit.
 *
 * @param within the label of the force area that the areas beside it lie in
 */
export function areaOfShortName(short: string, within: string): Area | null {
  const fits = shortNamePattern(short.trim());
  const found = fits
    ? new Map(
        districtsWithin(within)
          .filter(({ name }) => fits(name))
          .map(({ area }) => [area.label, area]),
      )
    : null;
  return found?.size === 1 ? [...found.values()][0]! : null;
}

/** The districts of a force area, and of the combined authorities that it shares with its neighbours, with all their names. */
function districtsWithin(within: string) {
  const own = NAMES.filter(({ area }) => area.within === within);
  const shared = DATA.wider
    .map(({ members }) => members ?? [])
    .filter((members) => own.some(({ area }) => members.includes(area.label)))
    .flat();
  return shared.length === 0
    ? own
    : NAMES.filter(({ area }) => area.kind === 'district' && (area.within === within || shared.includes(area.label)));
}

function shortNamePattern(short: string): ((name: string) => boolean) | null {
  const apostrophe = /^([A-Z][a-z]*)['\u2019]([a-z]+)$/.exec(short);
  if (apostrophe)
    return (name) => name.startsWith(apostrophe[1]!) && name.slice(1).includes(apostrophe[2]!) && !/\s/.test(name);
  const initials = /^([A-Z])\s?&\s?([A-Z])[A-Z]*$/.exec(short);
  if (!initials) return null;
  return (name) => new RegExp(`^${initials[1]}[a-z]+ and ${initials[2]}[a-z]+`).test(name);
}
