import type { Statistic } from '@scrutineer/model';
import type { Direction } from '../registry/directions.ts';
import type { Scan } from './scan.ts';

/** What a figure is in its sentence. */
export interface Role {
  readonly statistic: Statistic;
  /** The sign of a change or of a forecast of one, as words tell; null for what has none. */
  readonly sign: Sign | null;
  /** The figure belongs to the earlier of two periods ("from 101", "compared with 264"). */
  readonly earlier: boolean;
  /** The rule that told, e.g. `from-to`. */
  readonly rule: string;
  readonly notes: readonly string[];
  /** A forecast of a change, not of a level. */
  readonly ofChange?: boolean;
  /** A share that stands beside a count ("37 (55%)"). */
  readonly share?: boolean;
}

/** A sign, or the worth of a change that turns on its measure's good. */
export type Sign = { readonly direction: Direction; readonly from: 'sign' | 'word' | 'pair' };

/** What stands around a sentence, as far as it decides what its figures are. */
export interface Setting {
  /** A list of plans: its lead-in or heading says so. */
  readonly planned: boolean;
}

/** One way of telling a figure's role; null where it does not apply. `before` are the roles of the figures before it. */
export interface RoleRule {
  readonly name: string;
  readonly read: (scan: Scan, index: number, before: readonly Role[], setting: Setting) => Omit<Role, 'rule'> | null;
}

/** A level of the period that the sentence is about. */
export const LEVEL: Omit<Role, 'rule'> = { statistic: 'level', sign: null, earlier: false, notes: [] };

/** A change with its sign. */
export function change(sign: Sign | null, notes: readonly string[] = []): Omit<Role, 'rule'> {
  return { statistic: 'change', sign, earlier: false, notes };
}

/** A change whose printed sign decides, noted where a word of direction beside it says the opposite. */
export function signedChange(sign: '+' | '-', word: Direction | null): Omit<Role, 'rule'> {
  const printed = printedSign(sign);
  const opposed = (word === 'up' || word === 'down') && word !== printed.direction;
  return change(printed, opposed ? ['sign-against-word'] : []);
}

/** The printed sign of a figure as a direction. */
function printedSign(sign: '+' | '-'): Sign {
  return { direction: sign === '+' ? 'up' : 'down', from: 'sign' };
}
