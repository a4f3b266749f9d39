/** A wall's SVG as PNG, px for px. It holds outlines alone, so no font of the machine can change it. */
import { Resvg } from '@resvg/resvg-js';

export function pngOf(svg: string): Uint8Array {
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}
