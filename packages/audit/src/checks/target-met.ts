import { type Claim, meets, type Observation, periodEnds, printedInterval } from '@scrutineer/model';
import { PorterStemmer } from 'natural/lib/natural/stemmers/index.js';
import type { AuditContext, Misfit, PaperCheck } from '../check.ts';
import { thingOf, thingOfClaim } from '../relations/thing.ts';

/** A target that is said to be met is met by the figures, and one that is said to be missed is not. */
export const targetMet: PaperCheck = {
  rule: 'target-met',
  severity: 'error',
  needs: 'words that a target was met or missed, the target, and the level it is held against',
  about: 'What is said of a target must be what the figures say.',
  *compare({ observations, claims }, context) {
    const things = Map.groupBy(observations, thingOf);
    for (const claim of claims) {
      if (claim.says !== 'target-met' && claim.says !== 'target-missed') continue;
      const exact = things.get(thingOfClaim(claim)) ?? [];
      const same = isHeldToTarget(exact) ? exact : namedLike(claim, [...things.values()]);
      const target = targetOf(claim, same);
      const level = target && levelOf(claim, same, target);
      const isMet = level && meetsTarget(level, target, context);
      if (!level || isMet === null) continue;
      const isTrue = isMet === (claim.says === 'target-met');
      yield { claim, observations: [level, target], misfit: isTrue ? null : misfitOf(claim, level, target) };
    }
  },
};

/** Whether there is a target, and a level in its unit. */
function isHeldToTarget(thing: readonly Observation[]): boolean {
  const targets = thing.filter(({ statistic }) => statistic === 'target');
  return thing.some(({ statistic, unit }) => statistic === 'level' && targets.some((target) => target.unit === unit));
}

/** The figures of the one measure with a target whose name shares the most words with the claim's. */
function namedLike({ measure, area }: Claim, things: readonly (readonly Observation[])[]): readonly Observation[] {
  if (!measure) return [];
  const words = stemsOf(measure.label);
  // A measure of the registry may be named by the first words of one that is held to a target: "999 calls".
  const fewest = measure.id === null ? 1 : words.size;
  const targeted = things.filter((thing) => thing[0]!.area?.label === area?.label && isHeldToTarget(thing));
  const shared = (thing: readonly Observation[]) =>
    [...stemsOf(thing[0]!.measure.label)].filter((stem) => words.has(stem)).length;
  const [best, next] = targeted.toSorted((a, b) => shared(b) - shared(a));
  return best && shared(best) >= fewest && (!next || shared(next) < shared(best)) ? best : [];
}

function stemsOf(label: string): Set<string> {
  const words = label.toLowerCase().match(/[a-z]{4,}|\d+/g) ?? [];
  return new Set(words.map((word) => PorterStemmer.stem(word)));
}

/** The target in the same sentence, or the only one that the paper prints for the measure. */
function targetOf(claim: Claim, same: readonly Observation[]): Observation | null {
  const targets = same.filter(({ statistic }) => statistic === 'target');
  const own = targets.find(({ source }) => source.quote === claim.source.quote);
  const values = new Set(targets.map(({ value, unit }) => `${value} ${unit}`));
  return own ?? (values.size === 1 ? targets[0]! : null);
}

/** The level in the same sentence, or the last that the paper prints. */
function levelOf(claim: Claim, same: readonly Observation[], target: Observation): Observation | null {
  const levels = same.filter(
    ({ statistic, unit, method }) =>
      statistic === 'level' && unit === target.unit && method !== 'narrative/compared-with',
  );
  const own = levels.filter(({ source }) => source.quote === claim.source.quote);
  if (own.length > 0) return own.length === 1 ? own[0]! : null;
  const dated = levels.filter(({ period }) => period !== null).toSorted((a, b) => (endOf(a) < endOf(b) ? 1 : -1));
  const [last] = dated;
  const isSure = last && dated.every((level) => endOf(level) !== endOf(last) || level.value === last.value);
  return isSure ? last : null;
}

function endOf({ period }: Observation): string {
  return periodEnds(period!).end;
}

/** Null where neither the target nor the measure tells which side of it is good. */
function meetsTarget(level: Observation, target: Observation, { directionOfGood }: AuditContext): boolean | null {
  const { id, label } = level.measure;
  const good = sideOf(target) ?? (id === null ? sideByName(label) : directionOfGood(id));
  if (good === null) return null;
  // At the printed rounding a level that may be the target meets it.
  if (meets(printedInterval(level), { low: target.value, high: target.value })) return true;
  return good === 'up' ? level.value > target.value : level.value < target.value;
}

function sideOf({ qualifier }: Observation): 'up' | 'down' | null {
  if (qualifier === 'over' || qualifier === 'at-least') return 'up';
  return qualifier === 'under' || qualifier === 'up-to' ? 'down' : null;
}

/** What is done within a time, answered, or found satisfying is wanted; what is abandoned or waited for is not. */
function sideByName(label: string): 'up' | 'down' | null {
  if (/\babandon|\bwait|\btime to\b|\baverage time\b|\bsickness\b|\bunanswered\b/i.test(label)) return 'down';
  return /\b(?:within|answered|attended|satisf|confiden|met|completed|solved|positive|compliance)/i.test(label)
    ? 'up'
    : null;
}

function misfitOf({ says, measure, source }: Claim, level: Observation, target: Observation): Misfit {
  const said = says === 'target-met' ? 'met' : 'missed';
  return {
    // A colour may be of something else than the target beside it.
    ...(source.quote.includes(' | ') ? { severity: 'warning' as const } : {}),
    expected: target.value,
    explain: `${measure!.label}: the target of ${target.source.figure} is said to be ${said}, but ${level.source.figure} is printed.`,
  };
}
