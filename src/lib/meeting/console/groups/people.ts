/** Who can be put into groups, and the groups that a way of splitting makes of them. */
import { newId } from '$lib/client/ids';
import { GROUP_NAME_LIMIT, MOST_GROUPS } from '$lib/domain/meeting/groups';
import { mixed, partsFor, together } from '$lib/domain/groups/split';
import type { Manner, Part } from '$lib/domain/groups/split';
import { kindName } from '$lib/i18n/organisation-kinds';
import { m } from '$lib/paraglide/messages';
import type { PresenceMessage } from '$lib/protocol/protocol';

export type Someone = NonNullable<PresenceMessage['people']>[number];

/** Or by hand: then groups begin empty. */
export type Way = Manner | 'hand';

export interface Planned {
  id: string;
  name: string;
  people: readonly Someone[];
}

interface Wish {
  way: Way;
  count: number;
  seed: number;
}

/** Few enough to talk, many enough to disagree. */
const USUAL_SIZE = 5;

/** So many groups as a leader would most likely want. */
export function usualCount(way: Way, people: readonly Someone[], presence: PresenceMessage): number {
  const kinds = new Set(people.map(kindOf(presence)).filter(Boolean));
  const count = way === 'kind' ? kinds.size : partsFor(people.length, USUAL_SIZE);
  return Math.min(MOST_GROUPS, Math.max(2, count));
}

export function plan(
  people: readonly Someone[],
  presence: PresenceMessage,
  { way, count, seed }: Wish
): Planned[] {
  const parts = partsIn(people, presence, { way, count, seed });
  const taken = new Map<string, number>();
  return parts.map(({ people: those, common }, at) => {
    const plain = m.groups_numbered({ number: at + 1 });
    const shared = common === undefined ? plain : way === 'kind' ? kindName(common) : common;
    const times = (taken.get(shared) ?? 0) + 1;
    taken.set(shared, times);
    return { id: newId(), name: short(shared, times), people: those };
  });
}

function partsIn(
  people: readonly Someone[],
  presence: PresenceMessage,
  { way, count, seed }: Wish
): Part<Someone>[] {
  switch (way) {
    case 'mixed':
      return mixed(people, count, seed);
    case 'organisation':
      return together(people, count, ({ organisation }) => organisation || undefined);
    case 'kind':
      return together(people, count, kindOf(presence));
    case 'hand':
      return Array.from({ length: count }, () => ({ people: [] }));
  }
}

function kindOf({ organisations = [] }: PresenceMessage): (person: Someone) => string | undefined {
  const kinds = new Map(organisations.map(({ name, kind }) => [name, kind]));
  return ({ organisation }) => kinds.get(organisation);
}

/** Names are told apart: "Kommuner", "Kommuner 2". */
function short(name: string, times: number): string {
  const end = times > 1 ? ` ${times}` : '';
  return (
    [...name]
      .slice(0, GROUP_NAME_LIMIT - end.length)
      .join('')
      .trimEnd() + end
  );
}
