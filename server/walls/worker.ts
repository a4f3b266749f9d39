/** The wall worker: lays words out. Of many words a wall takes longer than a card may wait for its place, so it is a thread of its own. */
import { layoutWall } from '../../src/lib/domain/wall/layout/layout-wall.ts';
import type { WallInput } from '../../src/lib/domain/wall/layout/wall-layout.ts';
import { serve } from '../thread/serve.ts';

serve<WallInput>({
  // eslint-disable-next-line require-yield -- a layout is made in one piece
  *answer(input) {
    return layoutWall(input);
  }
});
