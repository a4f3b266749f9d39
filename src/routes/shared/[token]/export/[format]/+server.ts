/** GET /shared/<token>/export/<pdf|docx|html|md>: the documentation that a link opens, as a file to take home. */
import { error, isHttpError, redirect } from '@sveltejs/kit';
import { waitedFor } from '../../../../files/files';
import { isReportFile, reportOrder } from '../../../../files/report-order';
import { opened } from '../../opened';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { format, token } = event.params;
  if (!isReportFile(format)) error(404);
  // Where the link opens nothing, its page says so.
  const found = await opened(event).catch((fault: unknown) => {
    if (isHttpError(fault)) redirect(303, `/shared/${token}`);
    throw fault;
  });
  const { project, report } = found;
  const order = reportOrder(event.locals.app, format, { report, name: project.name, may: async () => true });
  return waitedFor(event, order);
};
