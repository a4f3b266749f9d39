import { isFiltering } from '$lib/domain/outputs/filtered';
import { readFilter } from './filter';
import { reportOf } from './report';
import { picturedIn } from './pictured';
import { reviewed } from './reviewed';
import type { PageServerLoad } from './$types';

/** The meeting as a report, for those who lead or document it. */
export const load: PageServerLoad = async (event) => {
  const { projectId, leads, erases, outputs, walls } = await reviewed(event);
  const report = reportOf(outputs, readFilter(event.url));
  // A part of the cards is no wall that anybody has seen.
  const shown = isFiltering(report.filter) ? {} : walls;
  return { projectId, leads, erases, ...report, walls: shown, pictured: picturedIn(outputs, walls) };
};
