import type { Claim, Observation } from '@scrutineer/model';

/** What two observations must share to be about one thing: measure, area and breakdown. */
export function thingOf({ measure, area, breakdown }: Observation): string {
  return JSON.stringify([measure.id ?? measure.label.toLowerCase(), area?.label ?? null, breakdown]);
}

/** The thing that a claim is about, as `thingOf` names it. */
export function thingOfClaim({ measure, area }: Claim): string {
  return JSON.stringify([measure?.id ?? measure?.label.toLowerCase() ?? null, area?.label ?? null, []]);
}

/** What two observations must share to state the same value: the thing, statistic, unit, and both periods. */
export function statementOf(observation: Observation): string {
  const { statistic, unit, period, baseline } = observation;
  return JSON.stringify([thingOf(observation), statistic, unit, period, baseline]);
}

/** "Hate Crime, Lancashire": what a finding is about. */
export function subject({ measure, area }: Observation): string {
  return area ? `${measure.label}, ${area.label}` : measure.label;
}
