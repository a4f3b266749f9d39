/** /projects/<id>/documentation/export/<pdf|docx|html|md>: the documentation as a file. GET waits for it, POST begins it in the background. */
import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { wordingFor } from '$lib/review/wording';
import { begun, waitedFor } from '../../../../../files/files';
import { isReportFile, reportOrder } from '../../../../../files/report-order';
import { documented } from '../../documented';
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
  const { app } = event.locals;
  const { user, view } = await documented(event);
  return reportOrder(app, format, {
    project: view.project.id,
    report: () => app.documentation.report(view, wordingFor),
    name: `${view.project.name}, ${m.documentation_title()}`,
    // The account is that which asked for it; it may have been taken out of the project since.
    may: async () => (await app.projects.read(user.id, view.project.id)) !== undefined
  });
}
