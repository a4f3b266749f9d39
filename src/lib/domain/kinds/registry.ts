import { actor } from './actor.ts';
import { caseStory } from './case.ts';
import { commitment } from './commitment.ts';
import type { Kind } from './kind.ts';
import { followUp } from './follow-up.ts';
import { lastTime } from './last-time.ts';
import { milestone } from './milestone.ts';
import { pause } from './pause.ts';
import { perspective } from './perspective.ts';
import { quote } from './quote.ts';
import { roleCard } from './role-card.ts';
import { roleDefinition } from './role-definition.ts';
import { stickyNote } from './sticky-note.ts';
import { talk } from './talk.ts';
import { choice, dots, points, ranking, scale } from './votes.ts';

/** Every prompt kind, in the order in which a leader is offered them. A new kind is one file and one word here. */
export const KINDS: readonly Kind[] = [
  roleCard,
  quote,
  stickyNote,
  milestone,
  perspective,
  actor,
  caseStory,
  roleDefinition,
  commitment,
  followUp,
  choice,
  dots,
  ranking,
  points,
  scale,
  talk,
  pause,
  lastTime
];

const BY_NAME = new Map(KINDS.map((kind) => [kind.name, kind]));

/** The kind of that name, or undefined for one that this version does not know. */
export function kindOf(name: string): Kind | undefined {
  return BY_NAME.get(name);
}
