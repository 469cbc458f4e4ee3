import type { Claim, Observation } from '@scrutineer/model';

const KNOWN = new WeakMap<Observation, string>();

/** What two observations must share to be about one thing: measure, area and breakdown. */
export function thingOf(observation: Observation): string {
  const known = KNOWN.get(observation);
  if (known !== undefined) return known;
  const { measure, area, breakdown } = observation;
  const thing = JSON.stringify([measure.id ?? measure.label.toLowerCase(), area?.label ?? null, breakdown]);
  KNOWN.set(observation, thing);
  return thing;
}

/** The thing that a claim is about, as `thingOf` names it. */
export function thingOfClaim({ measure, area }: Claim): string {
  return JSON.stringify([measure?.id ?? measure?.label.toLowerCase() ?? null, area?.label ?? null, []]);
}

/** What two observations must share to state the same value: the thing, statistic, unit, and both periods. */
export function statementOf(observation: Observation): string {
  const { statistic, unit, period, baseline } = observation;
  return `${statistic} ${unit} ${period} ${baseline} ${thingOf(observation)}`;
}

/** "Hate Crime, Lancashire": what a finding is about. */
export function subject({ measure, area }: Observation): string {
  return area ? `${measure.label}, ${area.label}` : measure.label;
}
