import type { Period } from './observation.ts';
import type { Place, Span } from './place.ts';
import type { MediaType } from './tree.ts';

/** The bytes of a paper and where they came from. */
export interface Paper {
  /** sha256 of the bytes, hex: the paper's id. */
  readonly id: string;
  /** Path or URL the bytes were taken from. */
  readonly origin: string;
  /** Last part of the origin, for people. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Something the paper says about itself, with the place where it says so. */
export interface Fact<T> {
  readonly value: T;
  /** The words as printed. */
  readonly quote: string;
  readonly span: Span;
  readonly place: Place;
}

/** The paper's own facts; null where the paper does not tell. */
export interface PaperFacts {
  readonly title: Fact<string> | null;
  /** The meeting or body it goes to ("Strategic Scrutiny Meeting", "Police and Crime Panel"). */
  readonly body: Fact<string> | null;
  /** The police area it reports on. */
  readonly area: Fact<{ readonly id: string | null; readonly label: string }> | null;
  /** ISO date of the meeting, or of publication where no meeting is named. */
  readonly date: Fact<string> | null;
  readonly reportingPeriod: Fact<Period> | null;
  readonly itemNumber: Fact<string> | null;
}

/** What the store keeps of a paper beside its observations. */
export interface PaperRecord {
  readonly id: string;
  readonly origin: string;
  readonly file: string;
  readonly mediaType: MediaType | null;
  readonly byteLength: number;
  readonly pages: number | null;
}
