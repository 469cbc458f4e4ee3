/** A straight line on the page, horizontal (y = `at`) or vertical (x = `at`), in the coordinates of `Box`. */
export interface Ruling {
  readonly axis: 'horizontal' | 'vertical';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}
