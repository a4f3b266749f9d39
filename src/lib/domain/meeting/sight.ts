/** Who looks, and at what they may look: the few questions on which all else rests. */
import type { PersonId } from './ids.ts';
import { isOwn } from './groups.ts';
import { isAnnounced } from './homework.ts';
import { isConcealed, stands } from './state.ts';
import type { MeetingState, Note, Prompt } from './state.ts';

export type Audience =
  | { view: 'leader'; id: PersonId }
  | { view: 'participant'; id: PersonId }
  | { view: 'wall' }
  | { view: 'review' };

export interface Person {
  name: string;
  organisation: string;
  /** Organisations of before, the earliest first, each until a time. */
  former?: readonly { organisation: string; until: number }[];
  /** The name or the organisation is another than at first. */
  renamed?: boolean;
  /** Answers through a link, and is nobody of the project. */
  outsider?: boolean;
}

/** Of which organisation somebody was then. */
export function organisationAt({ organisation, former = [] }: Omit<Person, 'name'>, at: number): string {
  return (former.find(({ until }) => at < until) ?? { organisation }).organisation;
}

/** What a log names and does not hold. */
export interface Directory {
  /** Looks a person up; undefined for one who has been erased. */
  (id: PersonId): Person | undefined;
  /** What an organisation of the project is called, by its id: notes that were brought in name one, and nobody in it. */
  organisation?(id: string): string | undefined;
}

export function directoryOf(
  people: ReadonlyMap<PersonId, Person>,
  organisations: ReadonlyMap<string, string>
): Directory {
  return Object.assign((id: PersonId) => people.get(id), {
    organisation: (id: string) => organisations.get(id)
  });
}

export function maySee(state: MeetingState, audience: Audience, note: Note, prompt: Prompt): boolean {
  switch (audience.view) {
    case 'leader':
      return true;
    case 'participant':
      return isOwn(state, note, audience.id);
    case 'wall': {
      const lit = state.screen.view === 'note' && state.screen.note === note.id;
      const shown = lit || note.revealed || !isConcealed(prompt);
      return stands(note) && !prompt.removed && isAnnounced(prompt) && shown;
    }
    case 'review':
      return (
        stands(note) &&
        !prompt.removed &&
        isAnnounced(prompt) &&
        (prompt.stage === 'closed' || note.revealed === true || !isConcealed(prompt))
      );
  }
}

/** Whether somebody of that audience sees a prompt's wall; one note in the light is none. */
export function seesWall(view: Audience['view'], prompt: Prompt): boolean {
  if (prompt.removed) return false;
  switch (view) {
    case 'leader':
      return true;
    case 'wall':
      return isAnnounced(prompt) && !isConcealed(prompt);
    case 'review':
      return prompt.stage === 'closed' || (isAnnounced(prompt) && !isConcealed(prompt));
    case 'participant':
      // Words of others would lead the pen while one writes.
      return prompt.stage === 'closed' && !isConcealed(prompt);
  }
}

/** Nothing on a concealed wall tells what belongs together, not even the one note in the light. */
export function seesClusters(audience: Audience, prompt: Prompt): boolean {
  return audience.view !== 'participant' && !(audience.view === 'wall' && isConcealed(prompt));
}

/** Nobody sees what a vote comes to while people vote: it would lead the others. */
export function seesResult({ view }: Audience, prompt: Prompt): boolean {
  if (prompt.stage !== 'closed') return false;
  return view === 'leader' || view === 'review' || !isConcealed(prompt);
}
