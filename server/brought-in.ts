/**
 * Notes that are brought in name organisations of the project, as a page read them some time ago. One that the project does not have, or
 * has taken out since, is refused: who brings them in has looked at what comes of each row, and must look again.
 */
import type { Request } from '../src/lib/domain/meeting/commands.ts';
import type { Projects } from './projects.ts';

export async function knowsOrganisations(
  projects: Projects,
  projectId: string,
  request: Request
): Promise<boolean> {
  if (request.name !== 'ImportNotes') return true;
  const named = new Set(request.data.notes.flatMap(({ organisation }) => organisation ?? []));
  if (named.size === 0) return true;
  const all = await projects.organisationsOf(projectId);
  const chosen = new Set(all.filter((one) => !one.removed).map(({ id }) => id));
  return [...named].every((id) => chosen.has(id));
}
