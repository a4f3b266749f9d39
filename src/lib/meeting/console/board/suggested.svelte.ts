/**
 * What the machine suggests, three at a time, each in a place of its own. A suggestion leaves its place only when it has
 * been answered, or when what it is about has gone; then the next one takes that place.
 */
import { newId } from '$lib/client/ids';
import type { Suggestion } from '$lib/domain/clustering/placer';
import type { Request } from '$lib/domain/meeting/commands';
import type { PromptId } from '$lib/domain/meeting/ids';
import type { MeetingView } from '$lib/domain/meeting/view';
import { m } from '$lib/paraglide/messages';
import type { Announcer } from '$lib/ui/announcer.svelte';
import type { Desk } from '../desk.svelte';
import { mergeLabels } from './merge-labels';

const PLACES = 3;
/** The second press of a double one would answer what has just come up. */
const GUARD_MS = 500;

const DISMISSALS: ReadonlySet<string> = new Set(['ClustersKeptApart', 'ClusterKeptWhole']);

export class Suggested {
  places = $state.raw<readonly (Suggestion | undefined)[]>([]);
  readonly #desk: Desk;
  readonly #voice: Announcer;
  readonly #answered = new Set<string>();
  #answeredAt = 0;
  #prompt: PromptId | undefined;

  constructor(desk: Desk, voice: Announcer) {
    this.#desk = desk;
    this.#voice = voice;
  }

  get first(): Suggestion | undefined {
    return this.places.find(Boolean);
  }

  get count(): number {
    return this.places.filter(Boolean).length;
  }

  /** What `cluster` is suggested to be one with. */
  for(cluster: string | undefined): string | undefined {
    for (const one of this.places) {
      if (one?.kind !== 'merge') continue;
      if (one.cluster === cluster) return one.into;
      if (one.into === cluster) return one.cluster;
    }
    return undefined;
  }

  /** The server's latest list about the prompt that is looked at. */
  offer(prompt: PromptId | undefined, list: readonly Suggestion[], view: MeetingView): void {
    if (prompt !== this.#prompt) this.places = [];
    this.#prompt = prompt;
    // Taken back: what was dismissed may be suggested again.
    if (DISMISSALS.has(view.redo?.name ?? '')) this.#answered.clear();
    const kept = Array.from({ length: PLACES }, (_, index) => {
      const one = this.places[index];
      return one && !this.#answered.has(keyOf(one)) && stands(one, view) ? one : undefined;
    });
    const shown = new Set(kept.flatMap((one) => (one ? [keyOf(one)] : [])));
    const next = list.filter((one) => {
      const key = keyOf(one);
      return !shown.has(key) && !this.#answered.has(key) && stands(one, view);
    });
    this.places = kept.map((one) => one ?? next.shift());
  }

  async answer(one: Suggestion, yes: boolean): Promise<boolean> {
    if (Date.now() - this.#answeredAt < GUARD_MS) return false;
    this.#answeredAt = Date.now();
    const key = keyOf(one);
    const place = this.places.indexOf(one);
    const said = this.#said(one, yes);
    this.#answered.add(key);
    this.places = this.places.map((other) => (other === one ? undefined : other));
    const done = await this.#desk.act(yes ? accepting(one) : dismissing(one));
    // Refused, it stands again; undone, it may be suggested again.
    if (!done || yes) this.#answered.delete(key);
    if (done) this.#voice.say(said);
    else this.places = this.places.map((other, index) => (index === place ? one : other));
    return done;
  }

  #said(one: Suggestion, yes: boolean): string {
    if (!yes) return m.board_say_dismissed();
    const { view } = this.#desk;
    if (one.kind === 'merge') return m.board_say_merged(mergeLabels(view, one.cluster, one.into));
    return m.board_say_split({
      count: one.notes.length,
      label: view.clusters[one.cluster]?.label ?? ''
    });
  }
}

function accepting(one: Suggestion): Request {
  if (one.kind === 'merge') return { name: 'MergeClusters', data: { cluster: one.cluster, into: one.into } };
  return { name: 'MoveNotes', data: { notes: [...one.notes], cluster: newId() } };
}

function dismissing(one: Suggestion): Request {
  if (one.kind === 'merge') return { name: 'KeepApart', data: { cluster: one.cluster, other: one.into } };
  return { name: 'KeepWhole', data: { cluster: one.cluster } };
}

function keyOf(one: Suggestion): string {
  return one.kind === 'merge' ? `${one.cluster} ${one.into}` : `${one.cluster}: ${one.notes.join(' ')}`;
}

function stands(one: Suggestion, { clusters, notes }: MeetingView): boolean {
  if (!clusters[one.cluster]) return false;
  if (one.kind === 'merge') return Boolean(clusters[one.into]);
  return one.notes.every((note) => notes[note]?.cluster === one.cluster);
}
