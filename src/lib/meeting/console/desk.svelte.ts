/** The leader's desk: the live meeting, the question that is looked at, and what was answered to the last act. */
import type { LiveMeeting } from '$lib/client/meeting.svelte';
import type { Request } from '$lib/domain/meeting/commands';
import type { NoteView, PromptView } from '$lib/domain/meeting/view';
import { wordsOf } from '$lib/domain/wall/words';
import type { Word } from '$lib/domain/wall/words';
import { actsOf, roomAt } from './acts';
import type { Act } from './acts';
import type { NoteAct } from './note-acts';

export class Desk {
  readonly live: LiveMeeting;
  /** Why the last act was refused, as a sentence. */
  trouble = $state('');
  /** It is being asked whether the meeting is to end. */
  ending = $state(false);
  /** The note of which it is being asked whether it is to be erased. */
  erasing = $state<NoteView | undefined>();
  /** May whoever leads here erase answers? */
  readonly erases: boolean;
  /** Chosen by hand; else the desk follows what is open. */
  #chosen = $state<string | undefined>();

  constructor(live: LiveMeeting, erases = false) {
    this.live = live;
    this.erases = erases;
  }

  get view() {
    return this.live.view;
  }

  /** Where the room is, else the first of the agenda. */
  get current(): PromptView | undefined {
    const { agenda, prompts } = this.view;
    return roomAt(this.view) ?? agenda.flatMap((id) => prompts[id] ?? [])[0];
  }

  get prompt(): PromptView | undefined {
    return (this.#chosen && this.view.prompts[this.#chosen]) || this.current;
  }

  /** Newest first. */
  get notes(): NoteView[] {
    const { prompt } = this;
    if (!prompt) return [];
    return Object.values(this.view.notes)
      .filter((note) => note.prompt === prompt.id)
      .sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
  }

  /** The words of a wall, counted. */
  get words(): Word[] {
    return wordsOf([...this.notes].reverse(), this.view.clusters);
  }

  get acts() {
    return actsOf(this.view, this.prompt);
  }

  look(prompt: string): void {
    this.#chosen = prompt;
  }

  /** Does what a leader chose, or asks first. */
  async take({ request, asks }: Act): Promise<void> {
    if (asks) this.ending = true;
    else await this.act(request);
  }

  /** The same with one note. */
  async takeNote({ request, asks }: NoteAct, note: NoteView): Promise<boolean> {
    if (!asks) return this.act(request);
    this.erasing = note;
    return false;
  }

  async erase(): Promise<void> {
    const note = this.erasing;
    this.erasing = undefined;
    if (note) await this.act({ name: 'EraseNote', data: { note: note.id } });
  }

  goOn(): void {
    this.ending = false;
  }

  async end(): Promise<void> {
    this.ending = false;
    await this.act({ name: 'FinishMeeting', data: {} });
  }

  /** Answers whether it was done; where it was not, `trouble` says why. */
  async act(request: Request): Promise<boolean> {
    this.trouble = '';
    // Opening the next question takes the desk there.
    if (request.name === 'OpenPrompt') this.#chosen = undefined;
    const ack = await this.live.send(request);
    if (!ack.ok) this.trouble = ack.message;
    return ack.ok;
  }
}
