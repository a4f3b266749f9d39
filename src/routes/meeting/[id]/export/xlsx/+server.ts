/** GET /meeting/<id>/export/xlsx: what the review page shows as a workbook, a sheet for each step. */
import { error } from '@sveltejs/kit';
import { meetingWorkbook } from '$lib/domain/outputs/sheets/workbook';
import { download, XLSX_TYPE } from '$lib/review/download';
import { sheetWordingFor } from '$lib/review/sheet-wording';
import { reviewed } from '../../review/reviewed';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { outputs } = await reviewed(event);
  const wording = sheetWordingFor(outputs);
  const { number, title } = outputs.meeting;
  // Its thread is busy or has died a moment ago: who asks again gets it.
  const file = await event.locals.app.workbook(meetingWorkbook(outputs, wording)).catch(() => error(503));
  return download(file, XLSX_TYPE, `${wording.meeting(number)}, ${title}`, 'xlsx');
};
