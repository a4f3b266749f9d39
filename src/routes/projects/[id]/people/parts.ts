/** What somebody without an account is in a project, as the reader's language calls it. */
import type { PersonPart } from '$lib/domain/people/pasted';
import { m } from '$lib/paraglide/messages';

const NAMES: Record<PersonPart, () => string> = {
  participant: m.project_people_part_participant,
  lecturer: m.project_people_part_lecturer
};

export function personPart(part: PersonPart): string {
  return NAMES[part]();
}
