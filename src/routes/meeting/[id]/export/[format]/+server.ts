/**
 * GET /meeting/<id>/export/<json|csv|md>: what the review page shows, as a file to take home.
 * GET /meeting/<id>/export/<svg|png|pdf>[?prompt=<id>]: a wall as the picture that everybody saw; without a prompt the first one.
 */
import { error } from '@sveltejs/kit';
import { toCsv } from '$lib/domain/outputs/csv';
import { toJson } from '$lib/domain/outputs/json';
import { toMarkdown } from '$lib/domain/outputs/markdown';
import type { Outputs } from '$lib/domain/outputs/outputs';
import type { Wording } from '$lib/domain/outputs/wording';
import { attachment, fileName } from '$lib/review/file-name';
import { TIME_ZONE } from '$lib/i18n/dates';
import { wordingFor } from '$lib/review/wording';
import { m } from '$lib/paraglide/messages';
import { reviewed } from '../../review/reviewed';
import { drawnWalls } from '../../review/walls';
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
const PICTURES = { svg: 'image/svg+xml', png: 'image/png', pdf: 'application/pdf' } as const;

export const GET: RequestHandler = async (event) => {
  const { format } = event.params;
  if (isPicture(format)) return picture(event, format);
  const text = FORMATS.get(format);
  if (!text) error(404);
  const { outputs } = await reviewed(event);
  const wording = wordingFor(outputs);
  const { number, title } = outputs.meeting;
  const name = `${wording.meeting(number)}, ${title}`;
  return download(text.write(outputs, wording), `${text.type}; charset=utf-8`, name, format);
};

function isPicture(format: string): format is keyof typeof PICTURES {
  return Object.hasOwn(PICTURES, format);
}

async function picture(
  event: Parameters<RequestHandler>[0],
  format: keyof typeof PICTURES
): Promise<Response> {
  const { outputs, walls, language } = await reviewed(event);
  const drawn = drawnWalls(outputs, walls);
  const wanted = event.url.searchParams.get('prompt');
  const wall = wanted === null ? drawn[0] : drawn.find(({ prompt }) => prompt.id === wanted);
  if (!wall) error(404);
  const { layout, words, face } = wall.picture;
  const wording = { language, untitled: wall.prompt.title || m.review_wall() };
  const made = event.locals.app.wallFile({
    format,
    picture: { layout, words, face },
    wording,
    at: Date.now()
  });
  // Its thread is busy or has died a moment ago: who asks again gets it.
  const file = await made.catch(() => error(503));
  const name = `${wordingFor(outputs).meeting(outputs.meeting.number)}, ${wall.prompt.title}`;
  return download(file, PICTURES[format], name, format);
}

function download(body: string | Uint8Array, type: string, name: string, ending: string): Response {
  return new Response(body as BodyInit, {
    headers: {
      'content-type': type,
      'content-disposition': attachment(`${fileName(name)}.${ending}`)
    }
  });
}
