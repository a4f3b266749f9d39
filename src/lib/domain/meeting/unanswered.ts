/**
 * Who has not answered the step that is open, here or at home, as far as that may be known. Made from what leaders hold: whoever promised no name, or
 * no organisation, is not found out by who is left over.
 */
import { kindOf } from '../kinds/registry.ts';
import { isAnnounced } from './homework.ts';
import type { PersonId } from './ids.ts';
import type { MeetingView, PromptView } from './view.ts';

export interface Attending {
  id: PersonId;
  name: string;
  /** Empty: none. */
  organisation: string;
  here: boolean;
}

export type Unanswered =
  /** Everybody's name is known. */
  | { by: 'name'; organisations: readonly Answering[] }
  /** Of the larger organisations those from which nothing has come; of a smaller one it would tell who. */
  | { by: 'organisation'; silent: readonly string[] }
  /** Groups answer: those of which nothing has come, and the people who are in none. */
  | { by: 'group'; silent: readonly string[]; outside: number }
  /** How somebody voted is nobody's to know, nor whether: how many have. */
  | { by: 'vote'; cast: number }
  /** Somebody has been promised not to be named. */
  | { by: 'nobody' };

export interface Answering {
  /** Empty: people without one. */
  name: string;
  answered: number;
  joined: number;
  /** Whoever is here first. */
  missing: readonly Attending[];
}

/** Fewer than these are not told apart from each other. */
export const FEWEST = 3;

/** Undefined where nobody is asked anything. */
export function unanswered(
  view: MeetingView,
  prompt: PromptView,
  people: readonly Attending[]
): Unanswered | undefined {
  const takes = kindOf(prompt.kind)?.takes ?? 'nothing';
  const atHome = prompt.stage === 'draft' && isAnnounced(prompt);
  if (takes === 'nothing' || !(prompt.stage === 'open' || atHome)) return undefined;
  if (takes === 'ballots') return { by: 'vote', cast: prompt.vote?.cast ?? 0 };
  // Who answers through a link is nobody of whom an answer is missing.
  const notes = Object.values(view.notes).filter(
    (note) => note.prompt === prompt.id && !note.imported && !note.by?.outside
  );
  // At home everybody answers for oneself.
  if (prompt.perGroup && !atHome) {
    const wrote = new Set(notes.map(({ group }) => group));
    const grouped = new Set(view.groups.flatMap(({ members }) => members ?? []));
    return {
      by: 'group',
      silent: view.groups.filter(({ id }) => !wrote.has(id)).map(({ name }) => name),
      outside: people.filter(({ id }) => !grouped.has(id)).length
    };
  }
  // What an author chose may be stricter than the step.
  if (prompt.pledge === 'anonymous' || notes.some(({ by }) => !by)) return { by: 'nobody' };
  const organisations = byOrganisation(people);
  if (prompt.pledge === 'organisation' || notes.some(({ by }) => by?.id === undefined)) {
    const heard = new Set(notes.map(({ by }) => by?.organisation ?? ''));
    const silent = [...organisations].filter(
      ([name, those]) => name !== '' && those.length >= FEWEST && !heard.has(name)
    );
    return { by: 'organisation', silent: silent.map(([name]) => name) };
  }
  const answered = new Set(notes.map(({ by }) => by?.id));
  return {
    by: 'name',
    organisations: [...organisations].map(([name, those]): Answering => {
      const missing = those.filter(({ id }) => !answered.has(id));
      return {
        name,
        joined: those.length,
        answered: those.length - missing.length,
        missing: [...missing.filter(({ here }) => here), ...missing.filter(({ here }) => !here)]
      };
    })
  };
}

function byOrganisation(people: readonly Attending[]): Map<string, Attending[]> {
  const found = new Map<string, Attending[]>();
  for (const person of people) {
    const those = found.get(person.organisation);
    if (those) those.push(person);
    else found.set(person.organisation, [person]);
  }
  return found;
}
