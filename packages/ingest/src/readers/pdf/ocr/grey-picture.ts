import type { Canvas } from '@napi-rs/canvas';

/** A picture in levels of grey, 0 black to 255 white, row by row from the top. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly levels: Uint8Array;
}

/** A picture without its colours. Weights of red, green and blue: ITU-R BT.601. */
export function greyPicture(canvas: Canvas): GreyPicture {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const levels = new Uint8Array(width * height);
  for (let index = 0; index < levels.length; index += 1) {
    const at = index * 4;
    levels[index] = (data[at]! * 299 + data[at + 1]! * 587 + data[at + 2]! * 114) / 1000;
  }
  return { width, height, levels };
}

/** A picture as a file that recognition takes: portable grey map, which needs no compressing. */
export function pgmOf({ width, height, levels }: GreyPicture): Buffer {
  return Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), levels]);
}
