/**
 * GET /projects/<id>/export/<xlsx|csv>: what all meetings left behind, for whoever may review them.
 * GET /projects/<id>/export/json: the project as a file that can be taken in again, for its leaders.
 */
import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { csvOf } from '$lib/domain/outputs/csv';
import { projectWorkbook } from '$lib/domain/outputs/sheets/workbook';
import { TIME_ZONE } from '$lib/i18n/dates';
import { download, XLSX_TYPE } from '$lib/review/download';
import { sheetWordingFor } from '$lib/review/sheet-wording';
import { leaderOf } from '../../../../leader';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  switch (event.params.format) {
    case 'xlsx':
    case 'csv':
      return table(event, event.params.format);
    case 'json':
      return projectFile(event);
    default:
      error(404);
  }
};

async function table(event: RequestEvent<{ id: string }>, format: 'xlsx' | 'csv'): Promise<Response> {
  const { app } = event.locals;
  const view = await app.projects.read(leaderOf(event).id, event.params.id);
  if (!view || view.project.rehearsalOf) error(404);
  const reviews = await app.reviews.ofProject(view);
  const meetings = reviews.map(({ outputs }) => ({ outputs, wording: sheetWordingFor(outputs) }));
  const [first] = meetings;
  if (!first) error(404);
  const { name } = view.project;
  if (format === 'csv')
    return download(csvOf(meetings, first.wording, TIME_ZONE), 'text/csv; charset=utf-8', name, 'csv');
  const file = await app.workbook(projectWorkbook(meetings, first.wording)).catch(() => error(503));
  return download(file, XLSX_TYPE, name, 'xlsx');
}

async function projectFile(event: RequestEvent<{ id: string }>): Promise<Response> {
  const { app } = event.locals;
  const view = await app.projects.led(leaderOf(event).id, event.params.id);
  if (!view || view.project.rehearsalOf) error(404);
  const file = await app.projectFiles.write(view).catch(() => error(503));
  return download(file, 'application/json; charset=utf-8', view.project.name, 'json');
}
