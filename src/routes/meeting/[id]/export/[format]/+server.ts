/** GET /meeting/<id>/export/<json|csv|md>: what the review page shows, as a file to take home. */
import { error } from '@sveltejs/kit';
import { toCsv } from '$lib/domain/outputs/csv';
import { toJson } from '$lib/domain/outputs/json';
import { toMarkdown } from '$lib/domain/outputs/markdown';
import type { Outputs } from '$lib/domain/outputs/outputs';
import type { Wording } from '$lib/domain/outputs/wording';
import { attachment, fileName } from '$lib/review/file-name';
import { TIME_ZONE } from '$lib/i18n/dates';
import { wordingFor } from '$lib/review/wording';
import { reviewed } from '../../review/reviewed';
import type { RequestHandler } from './$types';

interface Format {
  type: string;
  write(outputs: Outputs, wording: Wording): string;
}

const FORMATS = new Map<string, Format>([
  ['json', { type: 'application/json', write: toJson }],
  ['csv', { type: 'text/csv', write: (outputs, wording) => toCsv(outputs, wording, TIME_ZONE) }],
  ['md', { type: 'text/markdown', write: toMarkdown }]
]);

export const GET: RequestHandler = async (event) => {
  const { format: ending } = event.params;
  const format = FORMATS.get(ending);
  if (!format) error(404);
  const { outputs } = await reviewed(event);
  const wording = wordingFor(outputs);
  const { number, title } = outputs.meeting;
  const name = `${fileName(`${wording.meeting(number)}, ${title}`)}.${ending}`;
  return new Response(format.write(outputs, wording), {
    headers: {
      'content-type': `${format.type}; charset=utf-8`,
      'content-disposition': attachment(name)
    }
  });
};
