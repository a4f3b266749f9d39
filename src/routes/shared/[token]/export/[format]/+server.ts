/** GET /shared/<token>/export/<pdf|docx|html|md>: the documentation that a link opens, as a file to take home. */
import { error, isHttpError, redirect } from '@sveltejs/kit';
import { wordingFor } from '$lib/review/wording';
import { getLocale } from '$lib/paraglide/runtime';
import { download } from '../../../../files/files';
import { isReportFile, reportOrder } from '../../../../files/report-order';
import { linked } from '../../opened';
import type { RequestHandler } from './$types';

/** Those that are being made: a link that goes round makes each file once at a time, however many ask for it. */
const making = new Map<string, Promise<Uint8Array | string>>();

export const GET: RequestHandler = async (event) => {
  const { format, token } = event.params;
  if (!isReportFile(format)) error(404);
  // Where the link opens nothing, its page says so.
  const within = await linked(event).catch((fault: unknown) => {
    if (isHttpError(fault)) redirect(303, `/shared/${token}`);
    throw fault;
  });
  const { app } = event.locals;
  const { id: project, name } = within.project;
  const order = reportOrder(app, format, {
    project,
    name,
    report: () => app.documentation.report(within, wordingFor),
    may: async () => true
  });
  const key = `${project} ${format} ${getLocale()}`;
  let body = making.get(key);
  if (!body) {
    // Whoever goes away does not end it for the others.
    body = order.make({ signal: new AbortController().signal, done() {} });
    making.set(key, body);
    void body.catch(() => {}).finally(() => making.delete(key));
  }
  return download({ ...order, body: await body.catch(() => error(503)) });
};
