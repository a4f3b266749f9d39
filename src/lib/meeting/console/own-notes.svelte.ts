/**
 * A leader's own notes: read from the server, saved as one types, never over what another tab has saved. They are in no storage of
 * this machine: it may be everybody's.
 */
import { LEADER_NOTES_LIMIT } from '$lib/protocol/leader-notes';
import type { LeaderNotes, LeaderNotesSaved } from '$lib/protocol/leader-notes';

/** Milliseconds after the last letter, and after a failure. */
const PAUSE_MS = 600;
const RETRY_MS = 3_000;

export class OwnNotes {
  text = $state('');
  /** 'unread': not fetched yet. 'long': too long to be saved. 'out': no longer signed in. */
  state: 'unread' | 'saved' | 'saving' | 'waiting' | 'long' | 'out' = $state('unread');
  /** Fetching has failed once. */
  failed = $state(false);
  /** What another tab has saved since: a leader says which of the two stays. */
  other = $state.raw<LeaderNotes | undefined>();
  readonly #url: string;
  #version = 0;
  #saved = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  #stopped = false;

  constructor(meeting: string) {
    this.#url = `/api/meetings/${meeting}/leader-notes`;
  }

  /** In `onMount`: returns what ends it, with what was written last on its way. */
  start(): () => void {
    this.#stopped = false;
    void this.#read();
    const leave = () => this.#flush();
    const hold = (event: BeforeUnloadEvent) => {
      // It is on its way, but may not arrive: only then the browser asks.
      if (this.state === 'waiting' || this.state === 'long' || this.other) event.preventDefault();
    };
    const look = () => {
      if (document.visibilityState === 'visible' && !this.isUnsaved) void this.#read();
      else if (document.visibilityState === 'hidden') this.#flush();
    };
    addEventListener('pagehide', leave);
    addEventListener('beforeunload', hold);
    document.addEventListener('visibilitychange', look);
    return () => {
      removeEventListener('pagehide', leave);
      removeEventListener('beforeunload', hold);
      document.removeEventListener('visibilitychange', look);
      this.#flush();
      this.#stopped = true;
      clearTimeout(this.#timer);
    };
  }

  get isUnsaved(): boolean {
    return this.text !== this.#saved;
  }

  write(text: string): void {
    this.text = text;
    if (this.state === 'unread' || this.other) return;
    if (text.length > LEADER_NOTES_LIMIT) {
      clearTimeout(this.#timer);
      this.state = 'long';
    } else if (!this.isUnsaved) this.state = 'saved';
    else this.#later(PAUSE_MS);
  }

  /** Both texts, the other one first; or this one alone. */
  settle(how: 'join' | 'keep'): void {
    const { other } = this;
    if (!other) return;
    this.#version = other.version;
    this.#saved = other.text;
    this.other = undefined;
    const parts = how === 'join' ? [other.text, this.text] : [this.text];
    this.write(parts.filter(Boolean).join('\n\n'));
  }

  #later(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (this.state !== 'waiting' && this.state !== 'out') this.state = 'saving';
    this.#timer = setTimeout(() => void this.#save(), milliseconds);
  }

  async #read(): Promise<void> {
    const answer = await fetch(this.#url).catch(() => undefined);
    if (this.#stopped) return;
    if (answer?.status === 401) this.state = 'out';
    else if (!answer?.ok) {
      this.failed = true;
      if (this.state === 'unread') this.#timer = setTimeout(() => void this.#read(), RETRY_MS);
    } else {
      const kept = (await answer.json()) as LeaderNotes;
      // Somebody may have begun to write before they were there.
      if (this.isUnsaved && this.state !== 'unread') return;
      const begun = this.state === 'unread' ? this.text : '';
      [this.#version, this.#saved] = [kept.version, kept.text];
      this.state = 'saved';
      this.write([kept.text, begun].filter(Boolean).join('\n\n'));
    }
  }

  async #save(leaving = false): Promise<void> {
    if (this.#busy && !leaving) return this.#later(PAUSE_MS);
    const text = this.text;
    this.#busy = true;
    const answer = await fetch(this.#url, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text, version: this.#version } satisfies LeaderNotes),
      keepalive: leaving
    }).catch(() => undefined);
    this.#busy = false;
    if (this.#stopped) return;
    if (!answer?.ok) {
      this.state = answer?.status === 401 ? 'out' : 'waiting';
      this.#later(RETRY_MS);
      return;
    }
    const saved = (await answer.json()) as LeaderNotesSaved;
    if (!saved.ok) {
      this.other = saved.kept;
      this.state = 'saved';
      return;
    }
    [this.#version, this.#saved] = [saved.version, text];
    if (this.state === 'long') return;
    this.state = 'saved';
    if (this.isUnsaved) this.#later(PAUSE_MS);
  }

  /** The page goes, or may go: not a moment is waited. */
  #flush(): void {
    if (this.state === 'unread' || this.state === 'long' || this.other || !this.isUnsaved) return;
    clearTimeout(this.#timer);
    void this.#save(true);
  }
}
