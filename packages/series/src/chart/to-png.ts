import { createCanvas, loadImage } from '@napi-rs/canvas';

/** Pixels for each CSS pixel: sharp on paper and on dense screens. */
const DENSITY = 2;

/** The size in CSS pixels that Plot writes its labels in. */
const FONT_SIZE = 10;

/** Draws an SVG document that has a width and a height as a PNG. */
export async function toPng(svg: string): Promise<Uint8Array> {
  const image = await loadImage(Buffer.from(inPixels(svg.replaceAll('system-ui, sans-serif', 'sans-serif'))));
  const canvas = createCanvas(image.width * DENSITY, image.height * DENSITY);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.encode('png');
}

/** The canvas takes no places of text that go by the size of its letters, or by the line of text before. */
function inPixels(svg: string): string {
  const pixels = (size: string) => Number(size) * FONT_SIZE;
  return svg
    .replace(
      /(y="([\d.]+)em"[^<]*<\/tspan><tspan) dy="1em"/g,
      (_, before, first) => `${before} y="${Number(first) + 1}em"`,
    )
    .replace(/ y="(-?[\d.]+)em"/g, (_, size) => ` y="${pixels(size)}"`);
}
