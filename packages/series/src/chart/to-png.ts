import { createCanvas, loadImage } from '@napi-rs/canvas';

/** Pixels for each CSS pixel: sharp on paper and on dense screens. */
const DENSITY = 2;

/** Draws an SVG document that has a width and a height as a PNG. */
export async function toPng(svg: string): Promise<Uint8Array> {
  const image = await loadImage(Buffer.from(svg.replaceAll('system-ui, sans-serif', 'sans-serif')));
  const canvas = createCanvas(image.width * DENSITY, image.height * DENSITY);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.encode('png');
}
