/** /meeting/<id>/export/report/<pdf|docx>: the meeting as a report to be printed or edited. GET waits for it, POST begins it. */
import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { meetingReport } from '$lib/domain/document/of-meeting';
import { fileName } from '$lib/review/file-name';
import { wordingFor } from '$lib/review/wording';
import { begun, waitedFor } from '../../../../../files/files';
import { reviewed } from '../../../review/reviewed';
import type { RequestHandler } from './$types';

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
} as const;

export const GET: RequestHandler = async (event) => waitedFor(event, await orderOf(event));

export const POST: RequestHandler = async (event) => {
  // A page would be led to where one signs in; what fetches is told so.
  if (!event.locals.user) error(401);
  return begun(event, await orderOf(event));
};

async function orderOf(event: RequestEvent<{ id: string; format: string }>) {
  const { id, format } = event.params;
  if (!isFormat(format)) error(404);
  const review = await reviewed(event);
  const wording = wordingFor(review.outputs);
  const report = meetingReport(review, wording, Date.now());
  const { app } = event.locals;
  type Start = Parameters<typeof app.exports.start>[0];
  return {
    name: `${fileName(report.title.replace(': ', ', '))}.${format}`,
    type: TYPES[format],
    may: async (shown) => (await app.admit(id, 'review', shown)).ok,
    make: (making) => app.reportFile(format, report, making)
  } satisfies Omit<Start, 'by'>;
}

function isFormat(format: string): format is keyof typeof TYPES {
  return Object.hasOwn(TYPES, format);
}
