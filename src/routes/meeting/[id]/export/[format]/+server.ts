/**
 * GET /meeting/<id>/export/<json|csv|md|html>: what the review page shows, as a file to take home.
 * GET /meeting/<id>/export/<svg|png|pdf>[?prompt=<id>]: what came of a step as a picture, a wall as everybody saw it; without a prompt
 * the first wall.
 */
import { error } from '@sveltejs/kit';
import { markdownOf } from '$lib/domain/document/markdown';
import { meetingReport } from '$lib/domain/document/of-meeting';
import { stepPictures } from '$lib/domain/document/of-step';
import { toCsv } from '$lib/domain/outputs/csv';
import { toJson } from '$lib/domain/outputs/json';
import type { Wording } from '$lib/domain/outputs/wording';
import { attachment, fileName } from '$lib/review/file-name';
import { TIME_ZONE } from '$lib/i18n/dates';
import { wordingFor } from '$lib/review/wording';
import { m } from '$lib/paraglide/messages';
import { reviewed } from '../../review/reviewed';
import { drawnWalls } from '../../review/walls';
import type { RequestHandler } from './$types';

type Reviewed = Awaited<ReturnType<typeof reviewed>>;

interface Format {
  type: string;
  write(review: Reviewed, wording: Wording, app: App.Locals['app']): string | Promise<Uint8Array>;
}

const FORMATS = new Map<string, Format>([
  ['json', { type: 'application/json', write: ({ outputs }) => toJson(outputs) }],
  ['csv', { type: 'text/csv', write: ({ outputs }, wording) => toCsv(outputs, wording, TIME_ZONE) }],
  [
    'md',
    {
      type: 'text/markdown',
      write: (review, wording) => markdownOf(meetingReport(review, wording, Date.now()))
    }
  ],
  [
    'html',
    {
      type: 'text/html',
      write: (review, wording, app) =>
        app.file({ format: 'html', report: meetingReport(review, wording, Date.now()) })
    }
  ]
]);
const PICTURES = { svg: 'image/svg+xml', png: 'image/png', pdf: 'application/pdf' } as const;

export const GET: RequestHandler = async (event) => {
  const { format } = event.params;
  if (isPicture(format)) return picture(event, format);
  const text = FORMATS.get(format);
  if (!text) error(404);
  const review = await reviewed(event);
  const wording = wordingFor(review.outputs);
  const { number, title } = review.outputs.meeting;
  const name = `${wording.meeting(number)}, ${title}`;
  const file = await made(text.write(review, wording, event.locals.app));
  return download(file, `${text.type}; charset=utf-8`, name, format);
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
  const prompt =
    wanted === null ? drawnWalls(outputs, walls)[0]?.prompt : outputs.prompts.find(({ id }) => id === wanted);
  if (!prompt) error(404);
  const wording = wordingFor(outputs);
  const [figure] = stepPictures(prompt, walls[prompt.id], wording, outputs.meeting.id);
  if (!figure) error(404);
  const named = { language, untitled: prompt.title || m.review_wall() };
  const file = await made(
    event.locals.app.file({ format, scene: figure.scene, wording: named, at: Date.now() })
  );
  return download(
    file,
    PICTURES[format],
    `${wording.meeting(outputs.meeting.number)}, ${prompt.title}`,
    format
  );
}

/** Its thread is busy or has died a moment ago: who asks again gets it. */
async function made(file: string | Promise<Uint8Array>): Promise<string | Uint8Array> {
  return typeof file === 'string' ? file : file.catch(() => error(503));
}

function download(body: string | Uint8Array, type: string, name: string, ending: string): Response {
  return new Response(body as BodyInit, {
    headers: {
      'content-type': type,
      'content-disposition': attachment(`${fileName(name)}.${ending}`)
    }
  });
}
