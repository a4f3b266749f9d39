/** The worker for data files: 20,000 notes as a table take seconds. */
import { serve } from '../thread/serve.ts';
import { done } from './task.ts';
import type { DataTask } from './task.ts';

serve<DataTask>({
  // eslint-disable-next-line require-yield -- a file is made in one piece
  *answer(task) {
    return done(task);
  }
});
