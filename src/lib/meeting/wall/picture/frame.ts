/** What of a wall is seen: as wide and high, in proportion, as the wall, so that zooming changes no side of the picture. */
import type { Box } from '../../../domain/wall/layout/box.ts';

export function frameOf(area: { width: number; height: number }, view?: Box): Box {
  const { width, height } = area;
  if (!view || view.width <= 0 || view.height <= 0) return { x: 0, y: 0, width, height };
  const part = Math.max(view.width / width, view.height / height);
  return {
    x: view.x + (view.width - part * width) / 2,
    y: view.y + (view.height - part * height) / 2,
    width: part * width,
    height: part * height
  };
}
