/** What is about to be brought in: where it comes from, which column holds what, and which rows are ticked. */
import { ask } from '$lib/client/ask';
import { newId } from '$lib/client/ids';
import {
  candidatesFrom,
  guessedColumns,
  guessedOrganisation,
  hasTitles,
  importedFields,
  isPlain
} from '$lib/domain/import/cards';
import type { Candidate, Columns } from '$lib/domain/import/cards';
import { foreignIn, placesByName } from '$lib/domain/import/organisations';
import type { Places } from '$lib/domain/import/organisations';
import { importWords } from '$lib/i18n/import-words';
import { pastedTable } from '$lib/domain/import/table';
import { kindOf } from '$lib/domain/kinds/registry';
import type { Request } from '$lib/domain/meeting/commands';
import { MOST_IMPORTED } from '$lib/domain/meeting/note-commands';
import type { PromptView } from '$lib/domain/meeting/view';
import type { OrganisationsAnswer } from '$lib/protocol/organisations';
import { MAX_IMPORT_BYTES } from '$lib/protocol/protocol';
import type { Desk } from '../desk.svelte';
import { readFile } from './sheet';
import type { Sheet, Trouble } from './sheet';

/** What a request has around its notes, and a proxy may add. */
const SPARE_BYTES = 16 * 1024;

export class Importing {
  readonly #desk: Desk;
  readonly #prompt: () => PromptView;
  #text = $state('');
  #sheets = $state.raw<readonly Sheet[]>([]);
  /** The name of the file, where there is one. */
  file = $state('');
  sheet = $state(0);
  reading = $state(false);
  trouble = $state<Trouble | undefined>();
  /** Chosen by hand; else guessed. */
  #titled = $state<boolean | undefined>();
  #columns = $state.raw<Columns | undefined>();
  /** Of the organisation; null: none. */
  #organisation = $state<number | null | undefined>();
  /** The project's organisations; undefined until they are known. */
  #places = $state.raw<Places | undefined>();
  /** They were asked for, and no answer came. */
  unread = $state(false);
  /** Have those who are named said yes to their name in print? Never taken for granted. */
  asked = $state(false);
  /** Rows that were ticked or unticked by hand, by number. */
  #turned = $state.raw<ReadonlyMap<number, boolean>>(new Map());

  constructor(desk: Desk, prompt: () => PromptView) {
    this.#desk = desk;
    this.#prompt = prompt;
  }

  get text(): string {
    return this.#text;
  }

  /** Typed or pasted: takes the place of a file. */
  set text(text: string) {
    this.#text = text;
    this.file = '';
    this.trouble = undefined;
    this.#take([{ name: '', ...pastedTable(text) }]);
  }

  async choose(file: File): Promise<void> {
    this.reading = true;
    this.trouble = undefined;
    this.file = file.name;
    this.#text = '';
    this.#take([]);
    const read = await readFile(file);
    this.reading = false;
    // Another one was chosen, or something typed meanwhile.
    if (this.file !== file.name) return;
    if (read.ok) this.#take(read.sheets);
    else this.trouble = read.trouble;
  }

  /** The list grows while a meeting goes on: it is read whenever somebody is about to bring something in. */
  async readPlaces(meeting: string): Promise<void> {
    const answer = await ask<OrganisationsAnswer>(`/api/meetings/${meeting}/organisations`);
    if (answer) this.#places = placesByName(answer.organisations);
    this.unread = this.#places === undefined;
  }

  turnTo(sheet: number): void {
    this.sheet = sheet;
    this.#forget();
  }

  #take(sheets: readonly Sheet[]): void {
    this.#sheets = sheets;
    this.sheet = 0;
    this.#forget();
  }

  #forget(): void {
    this.#titled = undefined;
    this.#columns = undefined;
    this.#organisation = undefined;
    this.#turned = new Map();
    this.asked = false;
  }

  get sheets(): readonly Sheet[] {
    return this.#sheets;
  }

  readonly kind = $derived.by(() => kindOf(this.#prompt().kind)!);
  readonly fields = $derived.by(() => importedFields(this.kind));
  readonly #words = $derived.by(() => importWords(this.kind.name));
  readonly rows = $derived.by(() => this.#sheets[this.sheet]?.rows ?? []);
  readonly width = $derived.by(() => Math.max(0, ...this.rows.map((row) => row.length)));
  readonly cut = $derived.by(() => this.#sheets[this.sheet]?.cut ?? false);

  /** Over a single column that was pasted, a title is more likely a card. */
  readonly titled = $derived.by(
    () => this.#titled ?? ((this.file !== '' || this.width > 1) && hasTitles(this.rows, this.#words))
  );
  /** Where an organisation stands. */
  readonly organisation = $derived.by(() => {
    if (this.#organisation !== undefined) return this.#organisation ?? undefined;
    const known = { places: this.#places ?? new Map(), words: this.#words };
    return guessedOrganisation(this.rows, this.titled, this.kind, known);
  });
  readonly columns = $derived.by(() => {
    const { main } = this.kind;
    const given = { main, words: this.#words, taken: this.organisation };
    return this.#columns ?? guessedColumns(this.rows, this.titled, this.fields, given);
  });
  /** The step promises namelessness: organisations do not come in. */
  readonly withholds = $derived.by(() => this.#prompt().pledge === 'anonymous');

  /**
   * Why organisations do not come along, where somebody may miss them: a column says so, or nobody can tell whether one does since the
   * project's were not to be had, and in a single column there is none.
   */
  readonly without = $derived.by((): 'withheld' | 'unread' | undefined => {
    if (this.withholds) return this.organisation === undefined ? undefined : 'withheld';
    return this.unread && this.width > 1 ? 'unread' : undefined;
  });

  /** It is not known yet which organisations the column means. */
  readonly awaits = $derived.by(
    () => this.organisation !== undefined && !this.withholds && !this.#places && !this.unread
  );

  setTitled(titled: boolean): void {
    this.#titled = titled;
    this.#columns = undefined;
    this.#organisation = undefined;
    this.#turned = new Map();
  }

  setOrganisation(column: number | undefined): void {
    // All else stays where it is seen to be.
    this.#columns = this.columns;
    this.#organisation = column ?? null;
    this.#turned = new Map();
  }

  setColumn(field: string, column: number | undefined): void {
    this.#columns = { ...this.columns, [field]: column };
    // Others may be named now.
    this.asked = false;
    this.#turned = new Map();
  }

  readonly candidates = $derived.by(() => {
    const { main } = this.kind;
    return candidatesFrom(this.rows, {
      kind: this.kind,
      columns: this.columns,
      titled: this.titled,
      asked: this.asked,
      words: this.#words,
      there: this.#desk.notes.map(({ fields, by }) => ({
        text: fields[main] ?? '',
        organisation: by?.organisation
      })),
      ...(this.#places && !this.withholds
        ? { organisation: { column: this.organisation, places: this.#places } }
        : {})
    });
  });

  /** Does a quote come with the name of whoever said it? */
  readonly naming = $derived.by(() => this.candidates.some(({ fields }) => fields?.speakerName));

  isTicked(candidate: Candidate): boolean {
    return candidate.fields !== undefined && (this.#turned.get(candidate.number) ?? isPlain(candidate));
  }

  tick(candidate: Candidate, on: boolean): void {
    this.#turned = new Map(this.#turned).set(candidate.number, on);
  }

  tickAll(on: boolean): void {
    this.#turned = new Map(this.candidates.map(({ number }) => [number, on]));
  }

  readonly chosen = $derived.by(() => this.candidates.filter((one) => this.isTicked(one)));
  /** Organisations that are named there and that the project does not have. */
  readonly foreign = $derived.by(() => foreignIn(this.chosen));
  readonly tooMany = $derived.by(() => this.chosen.length > MOST_IMPORTED);

  /** Leaves the first of those that are ticked, as many as come in at a time. */
  takeFirst(): void {
    const first = new Set(this.chosen.slice(0, MOST_IMPORTED).map(({ number }) => number));
    this.#turned = new Map(this.candidates.map(({ number }) => [number, first.has(number)]));
  }

  readonly tooMuch = $derived.by(
    () =>
      !this.tooMany &&
      new TextEncoder().encode(JSON.stringify(this.#request(() => '0'.repeat(36)))).length >
        MAX_IMPORT_BYTES - SPARE_BYTES
  );

  #request(id: () => string): Request {
    const notes = this.chosen.flatMap(({ fields, organisation }) =>
      fields ? [{ note: id(), fields, ...(organisation ? { organisation: organisation.id } : {}) }] : []
    );
    return { name: 'ImportNotes', data: { prompt: this.#prompt().id, notes } };
  }

  /** All of it in one deed. */
  bringIn(): Promise<boolean> {
    return this.#desk.act(this.#request(newId));
  }

  clear(): void {
    this.text = '';
  }
}
