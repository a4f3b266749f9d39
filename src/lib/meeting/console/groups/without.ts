/** Who is here and in no group that stands. */
import type { Desk } from '../desk.svelte';
import type { Someone } from './people';

export function withoutGroup({ view, live }: Desk): Someone[] {
  const placed = new Set(view.groups.flatMap(({ members = [] }) => members));
  return (live.presence.people ?? []).filter(({ id, here }) => here && !placed.has(id));
}
