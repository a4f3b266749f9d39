/**
 * The board of one prompt: its slips, what is open or chosen on it, and what can be done with a slip or a card.
 * While somebody points at it or is in it by keyboard it is held: no slip changes its place, new cards wait.
 */
import { SvelteSet } from 'svelte/reactivity';
import { newId } from '$lib/client/ids';
import { kindOf } from '$lib/domain/kinds/registry';
import { outranks } from '$lib/domain/meeting/cluster';
import type { Request } from '$lib/domain/meeting/commands';
import type { NoteId } from '$lib/domain/meeting/ids';
import type { NoteView, PromptView } from '$lib/domain/meeting/view';
import { m } from '$lib/paraglide/messages';
import type { Announcer } from '$lib/ui/announcer.svelte';
import type { Desk } from '../desk.svelte';
import { addDefinitions, definitionOf, definitionStep, isDefined } from './definition';
import { dealt, slipsOf } from './slips';
import type { Slip } from './slips';

/** What the menu is open for. */
export interface Moving {
  /** What is moved, or is to have another name. */
  notes: readonly NoteId[];
  text: string;
  /** The slip, where it is moved whole; else the one in which the cards lie. */
  slip: Slip | undefined;
  whole: boolean;
  /** What the menu stands by. */
  anchor: HTMLElement;
  /** Only a name is asked for. */
  naming?: true;
}

interface Held {
  keys: readonly string[];
  known: ReadonlySet<NoteId>;
  /** Where each note lay: a word that comes out of another is laid under it. */
  homes: ReadonlyMap<NoteId, string>;
  /** Slips of two lines: what goes leaves a gap as high as it was. */
  tall: ReadonlySet<string>;
}

/** A place in a column; without a slip a gap, left by one that went while the board was held. */
export interface Place {
  key: string;
  slip: Slip | undefined;
  tall: boolean;
}

export class Board {
  readonly desk: Desk;
  readonly prompt: () => PromptView;
  readonly opened = new SvelteSet<string>();
  readonly chosen = new SvelteSet<NoteId>();
  moving = $state.raw<Moving | undefined>();
  columnCount = $state(1);
  /** The server is asked where the rest belongs. */
  sorting = $state(false);
  /** What came of it, until something else is moved. */
  sorted = $state('');
  #held = $state.raw<Held | undefined>();
  readonly #voice: Announcer;

  constructor(desk: Desk, prompt: () => PromptView, voice: Announcer) {
    this.desk = desk;
    this.prompt = prompt;
    this.#voice = voice;
  }

  readonly #kind = $derived.by(() => kindOf(this.prompt().kind));
  /** In the order of arrival. */
  readonly #notes = $derived.by(() => this.desk.notes.filter((note) => !note.hidden && !note.held).reverse());
  readonly #shown = $derived.by(() => {
    const known = this.#held?.known;
    return known ? this.#notes.filter(({ id }) => known.has(id)) : this.#notes;
  });
  readonly #slips = $derived.by(() => {
    const id = this.prompt().id;
    const clusters = Object.fromEntries(
      Object.entries(this.desk.view.clusters).filter(([, { prompt }]) => prompt === id)
    );
    return slipsOf(this.#shown, clusters, this.#kind ?? { main: 'text' });
  });
  readonly #byKey = $derived.by(
    () => new Map([...this.#slips.themes, ...this.#slips.words].map((slip) => [slip.key, slip]))
  );

  /** Sentences are gathered into themes that a leader names; words find each other. */
  get sentences(): boolean {
    return this.#kind?.clusters === 'sentences';
  }

  get held(): boolean {
    return this.#held !== undefined;
  }

  get waiting(): number {
    return this.#notes.length - this.#shown.length;
  }

  get words(): readonly Slip[] {
    return this.#slips.words;
  }

  get themes(): readonly Slip[] {
    return this.#slips.themes;
  }

  get slips(): Iterable<Slip> {
    return this.#byKey.values();
  }

  /** Cards that a proposal laid in a theme without being sure. */
  get unsure(): NoteView[] {
    return this.#shown.filter(({ placed }) => placed?.unsure);
  }

  readonly columns: readonly (readonly Place[])[] = $derived.by(() => {
    const held = this.#held;
    const keys = held ? held.keys : this.#slips.words.map(({ key }) => key);
    const columns = dealt(keys, this.columnCount);
    if (held) this.#insert(columns, held);
    return columns.map((column) =>
      column.map((key) => ({ key, slip: this.slip(key), tall: held?.tall.has(key) ?? false }))
    );
  });

  slip(key: string | undefined): Slip | undefined {
    return key === undefined ? undefined : this.#byKey.get(key);
  }

  note(id: NoteId): NoteView | undefined {
    return this.desk.view.notes[id];
  }

  textOf(id: NoteId): string | undefined {
    return this.note(id)?.fields[this.#kind?.main ?? 'text'];
  }

  hold(): void {
    this.#held ??= this.#snapshot();
  }

  letGo(): void {
    this.#held = undefined;
  }

  showAll(): void {
    this.#held = undefined;
    this.#held = this.#snapshot();
  }

  turn(slip: Slip): void {
    if (this.opened.delete(slip.key)) this.#unchoose(slip.notes);
    else this.opened.add(slip.key);
  }

  choose(note: NoteId): void {
    if (!this.chosen.delete(note)) this.chosen.add(note);
  }

  chosenOf(slip: Slip): NoteId[] {
    return slip.notes.filter((note) => this.chosen.has(note));
  }

  /** What is moved with a card: all that are chosen beside it, or it alone. */
  withChosen(slip: Slip, note: NoteId): NoteId[] {
    return this.chosen.has(note) ? this.chosenOf(slip) : [note];
  }

  named(notes: readonly NoteId[]): string {
    const [first] = notes;
    return notes.length === 1 && first ? (this.textOf(first) ?? '') : m.board_cards({ count: notes.length });
  }

  async moveTo({ notes, text, slip, whole }: Omit<Moving, 'anchor'>, target: Slip): Promise<void> {
    if (target === slip) return;
    this.sorted = '';
    const { cluster } = target;
    const request: Request =
      whole && slip?.cluster && cluster && !target.theme
        ? { name: 'MergeClusters', data: { cluster: slip.cluster, into: cluster } }
        : {
            name: 'MoveNotes',
            data: cluster
              ? { notes: [...notes], cluster }
              : // Not placed by the machine yet: both come into a word of their own.
                { notes: [...notes, ...target.notes], cluster: newId() }
          };
    // Asked before: afterwards one of the two is gone.
    const { clusters } = this.desk.view;
    const [away, stays] = [clusters[slip?.cluster ?? ''], clusters[cluster ?? '']];
    const turned = request.name === 'MergeClusters' && away && stays && outranks(away, stays);
    if (await this.desk.act(request)) {
      this.#unchoose(notes);
      const count = target.count + notes.length;
      this.#voice.say(
        turned
          ? m.board_say_moved({ text: target.label, label: text, count })
          : m.board_say_moved({ text, label: target.label, count })
      );
    }
  }

  /** Out into a word of their own, with a name if one was given. */
  async moveOut({ notes, text }: Omit<Moving, 'anchor'>, name?: string): Promise<void> {
    const data = { notes: [...notes], cluster: newId(), ...(name ? { name } : {}) };
    if (await this.desk.act({ name: 'MoveNotes', data })) {
      this.#unchoose(notes);
      this.#voice.say(m.board_say_own({ text: name ?? text }));
    }
  }

  async rename(slip: Slip, name: string): Promise<void> {
    const { cluster, notes, label } = slip;
    const done = cluster
      ? await this.desk.act({ name: 'NameCluster', data: { cluster, name } })
      : await this.desk.act({ name: 'MoveNotes', data: { notes: [...notes], cluster: newId(), name } });
    if (done && name) this.#voice.say(m.board_say_named({ text: label, name }));
  }

  /** Among the role definitions, with what it means; in a step of its own where the agenda has none yet. Not twice. */
  async define(slip: Slip, sentence: string): Promise<void> {
    const { id } = this.prompt();
    const role = { role: slip.label };
    let step = definitionStep(this.desk.view, id)?.id;
    if (step && isDefined(this.desk.view, step, slip))
      return this.#voice.say(m.board_say_defined_before(role));
    if (!step) {
      const { prompt, request } = addDefinitions(this.desk.view, id, m.board_definitions_title());
      if (!(await this.desk.act(request))) return;
      step = prompt;
    }
    const notes = [{ note: newId(), fields: definitionOf(slip, sentence) }];
    if (await this.desk.act({ name: 'ImportNotes', data: { prompt: step, notes } }))
      this.#voice.say(m.board_say_defined(role));
  }

  async addTheme(name: string, notes: readonly NoteId[] = []): Promise<void> {
    const cluster = newId();
    const added = await this.desk.act({
      name: 'AddCluster',
      data: { prompt: this.prompt().id, cluster, name }
    });
    if (!added) return;
    if (notes.length > 0) await this.desk.act({ name: 'MoveNotes', data: { notes: [...notes], cluster } });
    this.#voice.say(m.board_say_theme({ name }));
  }

  async removeTheme({ cluster, label }: Slip): Promise<void> {
    if (!cluster) return;
    const removed = await this.desk.act({ name: 'RemoveCluster', data: { cluster } });
    if (removed) this.#voice.say(m.board_say_theme_removed({ name: label }));
  }

  /** A proposal is right: the card is laid there by hand. */
  async confirm(note: NoteView): Promise<void> {
    if (!note.cluster) return;
    await this.desk.act({ name: 'MoveNotes', data: { notes: [note.id], cluster: note.cluster } });
  }

  /** Lays what lies in no theme where its words point, as one step that can be undone. */
  async sortRest(): Promise<void> {
    const { id: prompt } = this.prompt();
    this.sorting = true;
    this.sorted = '';
    try {
      const proposal = await this.desk.live.sort(prompt);
      if (!proposal.ok) {
        this.desk.trouble = proposal.message || m.refusals_unavailable();
        return;
      }
      const { placements } = proposal;
      if (placements.length === 0) {
        this.#tellSorted(m.board_say_sorted_none());
        return;
      }
      if (await this.desk.act({ name: 'SortNotes', data: { prompt, placements: [...placements] } })) {
        const unsure = placements.filter((placement) => placement.unsure).length;
        this.#tellSorted(m.board_say_sorted({ count: placements.length, unsure }));
      }
    } finally {
      this.sorting = false;
    }
  }

  #tellSorted(outcome: string): void {
    this.sorted = outcome;
    this.#voice.say(outcome);
  }

  #snapshot(): Held {
    const homes = new Map(this.#slips.words.flatMap(({ key, notes }) => notes.map((note) => [note, key])));
    return {
      keys: this.#slips.words.map(({ key }) => key),
      known: new Set(this.#notes.map(({ id }) => id)),
      homes,
      tall: new Set(this.#slips.words.filter(({ count }) => count > 1).map(({ key }) => key))
    };
  }

  /** Words that came up while the board is held: under the one that they came out of, else last in the shortest column. */
  #insert(columns: string[][], { keys, homes }: Held): void {
    const standing = new Set(keys);
    for (const { key, notes } of this.#slips.words) {
      if (standing.has(key)) continue;
      const home = homes.get(notes[0] ?? '');
      const column =
        columns.find((one) => home !== undefined && one.includes(home)) ??
        columns.reduce((least, one) => (one.length < least.length ? one : least));
      const at = home === undefined ? -1 : column.indexOf(home);
      if (at < 0) column.push(key);
      // The same word under another key, as a card gets when the machine has placed it, takes its place.
      else if (!this.slip(home)) column[at] = key;
      else column.splice(at + 1, 0, key);
    }
  }

  #unchoose(notes: readonly NoteId[]): void {
    for (const note of notes) this.chosen.delete(note);
  }
}
