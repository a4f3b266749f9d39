/** The worker for files: a print of a full wall takes a second or two, and nobody's phone is to wait for that. */
import { serve } from '../thread/serve.ts';
import { wallFile } from './wall-file.ts';
import type { WallFileTask } from './wall-file.ts';

serve<WallFileTask>({
  // eslint-disable-next-line require-yield -- a file is made in one piece
  *answer(task) {
    return wallFile(task);
  }
});
