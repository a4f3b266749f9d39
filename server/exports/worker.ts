/** The worker for files: a print of a full wall takes a second or two, and nobody's phone is to wait for that. */
import { serve } from '../thread/serve.ts';
import { htmlFile } from './html-file.ts';
import type { HtmlTask } from './html-file.ts';
import { pictureFile } from './picture-file.ts';
import type { PictureTask } from './picture-file.ts';
import { reportFile } from './report-file.ts';
import type { ReportTask } from './report-file.ts';

export type FileTask = PictureTask | HtmlTask | ReportTask;

serve<FileTask>({
  *answer(task) {
    if (!('report' in task)) return pictureFile(task);
    return task.format === 'html' ? htmlFile(task) : yield* reportFile(task);
  }
});
