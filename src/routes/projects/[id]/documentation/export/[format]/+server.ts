/** GET /projects/<id>/documentation/export/<html|md>: the documentation as a file to take home. */
import { error } from '@sveltejs/kit';
import { markdownOf } from '$lib/domain/document/markdown';
import { m } from '$lib/paraglide/messages';
import { attachment, fileName } from '$lib/review/file-name';
import { wordingFor } from '$lib/review/wording';
import { documented } from '../../documented';
import type { RequestHandler } from './$types';

const TYPES = { html: 'text/html', md: 'text/markdown' } as const;

export const GET: RequestHandler = async (event) => {
  const { format } = event.params;
  if (!isFormat(format)) error(404);
  const { app } = event.locals;
  const { view } = await documented(event);
  const report = await app.documentation.report(view, wordingFor);
  // Its thread is busy or has died a moment ago: who asks again gets it.
  const file =
    format === 'md' ? markdownOf(report) : await app.file({ format, report }).catch(() => error(503));
  const name = `${fileName(`${view.project.name}, ${m.documentation_title()}`)}.${format}`;
  return new Response(file as BodyInit, {
    headers: {
      'content-type': `${TYPES[format]}; charset=utf-8`,
      'content-disposition': attachment(name)
    }
  });
};

function isFormat(format: string): format is keyof typeof TYPES {
  return Object.hasOwn(TYPES, format);
}
