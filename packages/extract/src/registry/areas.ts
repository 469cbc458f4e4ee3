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
}

interface AreaEntry {
  readonly id: string | null;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly districts?: readonly string[];
}

type AreaData = Record<'nations' | 'groups' | 'regions' | 'forces', AreaEntry[]>;
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

const toArea = (entry: AreaEntry, kind: Area['kind']): Area => ({ id: entry.id, label: entry.label, kind });
const named = (entries: readonly AreaEntry[], kind: Area['kind']) =>
  entries.flatMap((entry) => {
    const area = toArea(entry, kind);
    return [entry.label, ...entry.aliases].map((name) => ({ name, area }));
  });

/** How the body that polices or oversees a force area may be named after the area's own name. */
const BODY = '(?:\\s+(?:police(?:\\s+(?:force|area|service))?|constabulary|force|pcc|opcc|county))?';

const FORCE_NAMES = named(DATA.forces, 'force');
const DISTRICT_NAMES = DATA.forces.flatMap((force) =>
  (force.districts ?? []).map((name) => ({ name, area: { id: null, label: name, kind: 'district' } as Area })),
);
const WIDE_NAMES = [...named(DATA.nations, 'nation'), ...named(DATA.groups, 'group'), ...named(DATA.regions, 'region')];

const ALL = phraseIndex(
  [...FORCE_NAMES, ...WIDE_NAMES, ...DISTRICT_NAMES].map(({ name, area }) => [name, area] as const),
);

/** Names that are also everyday words or surnames stand for an area only in capitals. */
const CAPITALISED = /^[A-Z]/;

/** A division or local policing area by its own name: "East Division", "Northern Local Policing Area". */
const DIVISION =
  /\b((?:[A-Z][\w'-]+\s+){1,3}(?:Division|Basic Command Unit|BCU|Local Policing Area|LPA|Command Unit|Policing Unit))\b/g;

/** Every area that a text names, in order. A name counts only as it is written, in capitals. */
export const findAreas: (text: string) => readonly PhraseMatch<Area>[] = remember((text) => {
  const divisions = [...text.matchAll(DIVISION)]
    .map((match) => ({ name: match[1]!.replace(/^(?:The|In|Across|For|Within|From|Of|Our|All)\s+/, ''), match }))
    .filter(({ name }) => /\s/.test(name))
    .map(({ name, match }) => {
      const start = match.index + match[1]!.length - name.length;
      return { start, end: start + name.length, entry: { id: null, label: name, kind: 'division' } as Area };
    });
  const named = ALL.find(text)
    .filter(
      ({ start, end, entry }) =>
        CAPITALISED.test(text.slice(start, end)) ||
        (entry.kind === 'nation' && /^national/i.test(text.slice(start, end))) ||
        entry.kind === 'group',
    )
    .filter((match) => !divisions.some((division) => match.start < division.end && match.end > division.start));
  return [...divisions, ...named].sort((a, b) => a.start - b.start);
});

const WHOLE = new Map<string, Area>();
for (const { name, area } of [...FORCE_NAMES, ...WIDE_NAMES, ...DISTRICT_NAMES])
  if (!WHOLE.has(name.toLowerCase())) WHOLE.set(name.toLowerCase(), area);

/** The area that a whole label names ("Lancashire*", "W Yorks", "Kent Police", "East Division"); null where it names none. */
export const areaOfLabel: (label: string) => Area | null = remember((label) => {
  const text = label
    .replace(/[*†‡#^]+|\(\d\)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const key = text.toLowerCase();
  const found =
    WHOLE.get(key) ??
    WHOLE.get(key.replace(new RegExp(`${BODY}$`), '')) ??
    WHOLE.get(key.replace(/\s+(?:average|district|borough|council|total|csp)$/, ''));
  if (found) return found;
  if (/^(?:force|force total|force wide|constabulary|county|overall force|force area)$/.test(key)) return null;
  const division =
    /^(?:(?:north|south|east|west|central|northern|southern|eastern|western|city)(?:\s+(?:division|bcu|area|lpa))?|[\w\s'-]+\s(?:division|bcu|lpa))$/.test(
      key,
    );
  return division ? { id: null, label: text, kind: 'division' } : null;
});

/** The force area of a body's name ("Lancashire Constabulary", "the Police and Crime Commissioner for Kent"); null where it names none. */
export function forcesIn(text: string): PhraseMatch<Area>[] {
  return findAreas(text).filter((match) => match.entry.kind === 'force');
}
