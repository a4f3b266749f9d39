/** The worker for files: a print of a full wall takes a second or two, and nobody's phone is to wait for that. */
import { serve } from '../thread/serve.ts';
import { htmlFile } from './html-file.ts';
import type { HtmlTask } from './html-file.ts';
import { pictureFile } from './picture-file.ts';
import type { PictureTask } from './picture-file.ts';

export type FileTask = PictureTask | HtmlTask;

serve<FileTask>({
  // eslint-disable-next-line require-yield -- a file is made in one piece
  *answer(task) {
    return task.format === 'html' ? htmlFile(task) : pictureFile(task);
  }
});
