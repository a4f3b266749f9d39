/** /meeting/<id>/export/report/<pdf|docx|html|md>: the meeting as a report. GET waits for it, POST begins it in the background. */
import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { meetingReport } from '$lib/domain/document/of-meeting';
import { wordingFor } from '$lib/review/wording';
import { begun, waitedFor } from '../../../../../files/files';
import { isReportFile, reportOrder } from '../../../../../files/report-order';
import { reviewed } from '../../../review/reviewed';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => waitedFor(event, await orderOf(event));

export const POST: RequestHandler = async (event) => {
  // A page would be led to where one signs in; what fetches is told so.
  if (!event.locals.user) error(401);
  return begun(event, await orderOf(event));
};

async function orderOf(event: RequestEvent<{ id: string; format: string }>) {
  const { id, format } = event.params;
  if (!isReportFile(format)) error(404);
  const review = await reviewed(event);
  const report = meetingReport(review, wordingFor(review.outputs), Date.now());
  const { app } = event.locals;
  return reportOrder(app, format, {
    report,
    name: report.title.replace(': ', ', '),
    may: async (shown) => (await app.admit(id, 'review', shown)).ok
  });
}
