/** /meeting/<id>/export/report/<pdf|docx>: the meeting as a report that takes a while. GET waits for it, POST begins it in the background. */
import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { begun, waitedFor } from '../../../../../files/files';
import { isReportFile } from '../../../../../files/report-order';
import { meetingOrder } from '../../meeting-order';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => waitedFor(event, await orderOf(event));

export const POST: RequestHandler = async (event) => {
  // A page would be led to where one signs in; what fetches is told so.
  if (!event.locals.user) error(401);
  return begun(event, await orderOf(event));
};

async function orderOf(event: RequestEvent<{ id: string; format: string }>) {
  const { format } = event.params;
  if (!isReportFile(format)) error(404);
  return meetingOrder(event, format);
}
