/**
 * GET /meeting/<id>/export/<json|csv|md|html>: what the review page shows, as a file to take home.
 * GET /meeting/<id>/export/<svg|png|pdf>[?prompt=<id>]: what came of a step as a picture, a wall as everybody saw it; without a prompt
 * the first wall.
 */
import { error } from '@sveltejs/kit';
import { stepPictures } from '$lib/domain/document/of-step';
import { toCsv } from '$lib/domain/outputs/csv';
import { toJson } from '$lib/domain/outputs/json';
import type { Outputs } from '$lib/domain/outputs/outputs';
import { attachment, fileName } from '$lib/review/file-name';
import { TIME_ZONE } from '$lib/i18n/dates';
import { wordingFor } from '$lib/review/wording';
import { m } from '$lib/paraglide/messages';
import { waitedFor } from '../../../../files/files';
import { reviewed } from '../../review/reviewed';
import { pictureOf } from '../../review/walls';
import { meetingOrder } from '../meeting-order';
import type { RequestHandler } from './$types';

interface Format {
  type: string;
  write(outputs: Outputs): string;
}

const FORMATS = new Map<string, Format>([
  ['json', { type: 'application/json', write: toJson }],
  ['csv', { type: 'text/csv', write: (outputs) => toCsv(outputs, wordingFor(outputs), TIME_ZONE) }]
]);
const PICTURES = { svg: 'image/svg+xml', png: 'image/png', pdf: 'application/pdf' } as const;

export const GET: RequestHandler = async (event) => {
  const { format } = event.params;
  if (isPicture(format)) return picture(event, format);
  if (format === 'html' || format === 'md') return waitedFor(event, await meetingOrder(event, format));
  const text = FORMATS.get(format);
  if (!text) error(404);
  const { outputs } = await reviewed(event);
  const { number, title } = outputs.meeting;
  const name = `${wordingFor(outputs).meeting(number)}, ${title}`;
  return download(text.write(outputs), `${text.type}; charset=utf-8`, name, format);
};

function isPicture(format: string): format is keyof typeof PICTURES {
  return Object.hasOwn(PICTURES, format);
}

async function picture(
  event: Parameters<RequestHandler>[0],
  format: keyof typeof PICTURES
): Promise<Response> {
  const { outputs, walls, language } = await reviewed(event);
  const wanted = event.url.searchParams.get('prompt');
  const prompt = outputs.prompts.find((one) =>
    wanted === null ? pictureOf(one, walls) !== undefined : one.id === wanted
  );
  if (!prompt) error(404);
  const wording = wordingFor(outputs);
  const [figure] = stepPictures(prompt, walls[prompt.id], wording, outputs.meeting.id);
  if (!figure) error(404);
  const named = { language, untitled: prompt.title || m.review_wall() };
  // Its thread is busy or has died a moment ago: who asks again gets it.
  const file = await event.locals.app
    .file({ format, scene: figure.scene, wording: named, at: Date.now() })
    .catch(() => error(503));
  return download(
    file,
    PICTURES[format],
    `${wording.meeting(outputs.meeting.number)}, ${prompt.title}`,
    format
  );
}

function download(body: string | Uint8Array, type: string, name: string, ending: string): Response {
  return new Response(body as BodyInit, {
    headers: {
      'content-type': type,
      'content-disposition': attachment(`${fileName(name)}.${ending}`)
    }
  });
}
