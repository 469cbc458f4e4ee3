import type { Place } from './place.ts';

/** Something to know about the content of a paper: goes to the person who reads the results, not to a log. */
export interface Message {
  /** Name of the rule that speaks, e.g. `pdf/page-without-text`. */
  readonly rule: string;
  readonly severity: 'info' | 'warning' | 'error';
  /** One clear sentence. */
  readonly reason: string;
  readonly place: Place | null;
  readonly expected?: string;
  readonly found?: string;
  /** What the reader can do about it. */
  readonly help?: string;
}

/**
 * What a step gives. A step never throws on a bad paper: it fails as a value.
 *
 * - `complete`: all was read.
 * - `partial`: something could not be read; the messages say what; the value holds the rest.
 * - `failed`: nothing could be read; the first message of severity `error` says why.
 */
export type StepResult<T> =
  | { readonly status: 'complete' | 'partial'; readonly value: T; readonly messages: readonly Message[] }
  | { readonly status: 'failed'; readonly messages: readonly Message[] };

/** A failed result with one error message. */
export function failed(rule: string, reason: string, help?: string): StepResult<never> {
  return { status: 'failed', messages: [{ rule, severity: 'error', reason, place: null, ...(help ? { help } : {}) }] };
}

/** The sentence that says why a step failed, with what to do about it. */
export function failureReason(messages: readonly Message[]): string {
  const error = messages.find((message) => message.severity === 'error') ?? messages[0];
  if (!error) return 'no reason was given';
  return error.help ? `${error.reason}; ${error.help}` : error.reason;
}
