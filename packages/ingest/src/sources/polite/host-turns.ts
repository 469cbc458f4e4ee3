import { setTimeout as sleep } from 'node:timers/promises';

/** Time, so that tests need not wait for it. Milliseconds. */
export interface Clock {
  now(): number;
  sleep(milliseconds: number): Promise<unknown>;
}

export const CLOCK: Clock = { now: Date.now, sleep: (milliseconds) => sleep(milliseconds) };

/** Failures in a row after which a host is left alone for a while. */
const MOST_FAILURES = 5;
/** Milliseconds for which it is then left alone. */
const REST = 10 * 60_000;

/** Requests to a host take turns, with a pause between them. */
export interface HostTurns {
  /** Waits for the host's turn, works, and lets the next one go after the pause. */
  take<T>(host: string, pause: () => number, work: () => Promise<T>): Promise<T>;
  /** The host is not asked before then. */
  leaveAlone(host: string, milliseconds: number): void;
  /** Milliseconds for which it is still to be left alone; 0 where it may be asked. */
  restOf(host: string): number;
  /** Notes how an answer was, so that a host that fails again and again is left alone. */
  note(host: string, well: boolean): void;
}

export function createHostTurns(clock: Clock): HostTurns {
  const hosts = new Map<string, { turn: Promise<unknown>; asked: number; restUntil: number; failures: number }>();
  const stateOf = (host: string) => {
    const state = hosts.get(host) ?? { turn: Promise.resolve(), asked: -Infinity, restUntil: 0, failures: 0 };
    hosts.set(host, state);
    return state;
  };
  const leaveAlone = (host: string, milliseconds: number) => {
    const state = stateOf(host);
    state.restUntil = Math.max(state.restUntil, clock.now() + milliseconds);
  };
  return {
    take(host, pause, work) {
      const state = stateOf(host);
      const turn = state.turn.then(async () => {
        const wait = state.asked + pause() - clock.now();
        if (wait > 0) await clock.sleep(wait);
        try {
          return await work();
        } finally {
          state.asked = clock.now();
        }
      });
      state.turn = turn.catch(() => {});
      return turn;
    },
    leaveAlone,
    restOf: (host) => Math.max(0, stateOf(host).restUntil - clock.now()),
    note(host, well) {
      const state = stateOf(host);
      state.failures = well ? 0 : state.failures + 1;
      if (state.failures < MOST_FAILURES) return;
      state.failures = 0;
      leaveAlone(host, REST);
    },
  };
}
