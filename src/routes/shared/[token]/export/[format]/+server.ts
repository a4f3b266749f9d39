/** GET /shared/<token>/export/<html|md>: the documentation that a link opens, as a file to take home. */
import { error } from '@sveltejs/kit';
import { markdownOf } from '$lib/domain/document/markdown';
import { attachment, fileName } from '$lib/review/file-name';
import { opened } from '../../opened';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { format } = event.params;
  const { app } = event.locals;
  if (format !== 'html' && format !== 'md') error(404);
  const { project, report } = await opened(event);
  // Its thread is busy or has died a moment ago: who asks again gets it.
  const file =
    format === 'md' ? markdownOf(report) : await app.file({ format, report }).catch(() => error(503));
  return new Response(file as BodyInit, {
    headers: {
      'content-type': `${format === 'md' ? 'text/markdown' : 'text/html'}; charset=utf-8`,
      'content-disposition': attachment(`${fileName(project.name)}.${format}`)
    }
  });
};
