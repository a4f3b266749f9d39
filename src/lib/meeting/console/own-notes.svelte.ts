/**
 * A leader's own notes: read from the server, saved as one types, never over what another tab has saved. They are in no storage of
 * this machine: it may be everybody's.
 */
import { LEADER_NOTES_LIMIT } from '$lib/protocol/leader-notes';
import type { LeaderNotes, LeaderNotesSaved, LeaderNotesToSave } from '$lib/protocol/leader-notes';

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
  /** Sent last, without an answer so far: it may stand there, or not. */
  #sent: string | undefined;
  /** How many saves have gone, and how many of them are under way. */
  #turn = 0;
  #underWay = 0;
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
    this.#sent = this.other = undefined;
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
    if (this.#underWay > 0 && !leaving) return this.#later(PAUSE_MS);
    const { text } = this;
    const turn = ++this.#turn;
    const notes: LeaderNotesToSave = { text, version: this.#version, sent: this.#sent };
    this.#sent = text;
    this.#underWay++;
    const answer = await fetch(this.#url, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(notes),
      keepalive: leaving
    }).catch(() => undefined);
    this.#underWay--;
    const saved = answer?.ok ? ((await answer.json().catch(() => undefined)) as LeaderNotesSaved) : undefined;
    if (this.#stopped) return;
    // Another one has gone since: what that is answered counts.
    if (turn !== this.#turn) {
      if (saved?.ok) this.#version = Math.max(this.#version, saved.version);
      return;
    }
    if (!saved) {
      this.state = answer?.status === 401 ? 'out' : 'waiting';
      this.#later(RETRY_MS);
      return;
    }
    this.#sent = undefined;
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

  /** The page goes, or may go: nothing is waited for, also not what is under way. */
  #flush(): void {
    if (this.state === 'unread' || this.state === 'long' || this.other || !this.isUnsaved) return;
    clearTimeout(this.#timer);
    if (this.#underWay > 0 && this.#sent === this.text) return;
    void this.#save(true);
  }
}
