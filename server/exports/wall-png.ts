/** A wall's SVG as PNG, px for px or so many wide. It holds outlines alone, so no font of the machine can change it. */
import { Resvg } from '@resvg/resvg-js';

export function pngOf(svg: string, width?: number): Uint8Array {
  return new Resvg(svg, {
    font: { loadSystemFonts: false },
    ...(width ? { fitTo: { mode: 'width', value: width } } : {})
  })
    .render()
    .asPng();
}
