/** A quantity found in a sentence; offsets are half-open UTF-16 code units of the sentence. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly value: number | readonly [number, number];
  readonly unit: string;
  readonly change: 'up' | 'down' | 'equal' | 'about' | 'over' | 'under';
  readonly measure: string;
}

/** Every quantity of a sentence, in order. */
export function quantities(text: string): Quantity[] {
  void text;
  return [];
}
