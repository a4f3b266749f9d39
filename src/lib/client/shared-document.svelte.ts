/**
 * The documentation in a page: a Yjs document that is kept the same as the server's. What is written here is sent at once, or when the
 * net is back; until it is committed it is `unsent`, and stays in the page.
 */
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import * as Y from 'yjs';
import { FRAGMENT } from '../domain/documentation/content.ts';
import { STRAYS, strayOf } from '../domain/documentation/stray.ts';
import type { ItemId, Stray } from '../domain/documentation/stray.ts';
import { DOCUMENTATION, DOCUMENTATION_PROTOCOL, LARGEST_BY_SOCKET } from '../protocol/documentation.ts';
import type {
  DocumentationClientToServer,
  DocumentationServerToClient,
  Editor,
  GoneMessage,
  Synced,
  WriteFault,
  Written
} from '../protocol/documentation.ts';
import { ORIGIN_HEADER } from '../protocol/protocol.ts';
import { within } from './within.ts';

/** What the page says of it. 'away': all is saved, and others are not heard. */
export type Keeping = 'loading' | 'saved' | 'sending' | 'waiting' | 'away' | 'refused' | 'gone';

export interface Place {
  /** Where the server is; of a page: its own. */
  origin?: string;
  headers?: Record<string, string>;
}

/** What is typed within so many milliseconds goes together. */
const TOGETHER_MS = 250;
const ACK_MS = 5_000;
const LARGE_MS = 30_000;
const AGAIN_MS = 1_500;
const LEAVING_MS = 10_000;
/** A net that is gone for less is nobody's news. */
const AWAY_MS = 5_000;
const FINAL: readonly WriteFault[] = ['refused', 'too-large', 'full'];

export class SharedDocument {
  readonly doc = new Y.Doc();
  /** All that was stored has come. */
  loaded = $state(false);
  unsent = $state(false);
  /** When what was written here was committed last. */
  savedAt = $state<number>();
  /** Why what was written last is not taken. */
  fault = $state<WriteFault>();
  gone = $state<GoneMessage['reason']>();
  /** Everybody who has it open. */
  here = $state.raw<readonly Editor[]>([]);
  /** Words that lost their paragraph, the oldest first. */
  strays = $state.raw<readonly (Stray & { id: string })[]>([]);
  #connected = $state(false);
  #late = $state(false);

  readonly keeping = $derived.by((): Keeping => {
    if (this.gone) return 'gone';
    if (this.fault) return 'refused';
    if (!this.loaded) return this.#late ? 'away' : 'loading';
    if (this.unsent) return this.#connected && !this.#late ? 'sending' : 'waiting';
    return this.#late ? 'away' : 'saved';
  });

  readonly #project: string;
  readonly #place: Place;
  readonly #socket: Socket<DocumentationServerToClient, DocumentationClientToServer>;
  readonly #ends: (() => void)[] = [];
  /** What was written here and is not known to be stored, the oldest first. */
  #pending: Uint8Array[] = [];
  /** It is not to be sent as it was written. */
  #anew = false;
  #synced = false;
  #busy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lateTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(project: string, place: Place = {}) {
    this.#project = project;
    this.#place = place;
    this.#socket = io(`${place.origin ?? ''}${DOCUMENTATION}`, {
      path: '/socket.io',
      autoConnect: false,
      forceNew: true,
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      extraHeaders: place.headers ?? { [ORIGIN_HEADER]: location.origin },
      reconnectionDelay: 300,
      reconnectionDelayMax: 5_000,
      timeout: 5_000,
      auth: { project, protocol: DOCUMENTATION_PROTOCOL }
    });
    const strays = this.doc.getMap<unknown>(STRAYS);
    strays.observe(() => {
      const known = [...strays].flatMap(([id, stored]) => {
        const stray = strayOf(stored);
        return stray ? [{ ...stray, id }] : [];
      });
      this.strays = known.sort((a, b) => a.at - b.at);
    });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return;
      this.#pending.push(update);
      this.unsent = true;
      // What was refused is weighed anew with what has changed since.
      if (this.fault) {
        this.#synced = false;
        this.#anew = true;
      }
      this.#soon(TOGETHER_MS);
    });
    this.#socket.on('update', (update) => Y.applyUpdate(this.doc, new Uint8Array(update), this));
    this.#socket.on('here', (here) => (this.here = here));
    this.#socket.on('gone', ({ reason }) => {
      this.gone = reason;
      this.#socket.disconnect();
    });
    this.#socket.on('connect', () => {
      this.#connected = true;
      this.#synced = false;
      void this.#send();
    });
    this.#socket.on('disconnect', (reason) => {
      this.#down();
      if (reason === 'io server disconnect' && !this.gone)
        setTimeout(() => this.#socket.connect(), 500 + Math.random() * 1_000);
    });
    this.#socket.on('connect_error', () => {
      this.#down();
      if (!this.#socket.active) setTimeout(() => this.#socket.connect(), 1_000 + Math.random() * 2_000);
    });
  }

  start(): void {
    this.#isLate(AWAY_MS);
    this.#socket.connect();
    if (typeof document === 'undefined') return;
    // A machine that slept has a connection that is none: ask.
    const check = () => {
      if (document.visibilityState !== 'visible' || this.gone) return;
      if (!this.#socket.connected) this.#socket.connect();
      this.#synced = false;
      void this.#send();
    };
    document.addEventListener('visibilitychange', check);
    addEventListener('online', check);
    this.#ends.push(() => {
      document.removeEventListener('visibilitychange', check);
      removeEventListener('online', check);
    });
  }

  /** After `gone`: somebody has signed in again. */
  again(): void {
    this.gone = undefined;
    this.#socket.connect();
  }

  /** Stray words as a paragraph, after the block that stood before theirs; else at the end. Answers the place among the blocks. */
  layIn(id: string): number {
    const strays = this.doc.getMap<unknown>(STRAYS);
    const stray = strayOf(strays.get(id));
    const fragment = this.doc.getXmlFragment(FRAGMENT);
    if (!stray) return fragment.length;
    const at = this.#placeAfter(stray.after);
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(stray.words.trim())]);
    this.doc.transact(() => {
      fragment.insert(at, [paragraph]);
      strays.delete(id);
    });
    return at;
  }

  /** Nobody needs them. */
  putAway(id: string): void {
    this.doc.getMap(STRAYS).delete(id);
  }

  #placeAfter(block: ItemId | null | undefined): number {
    const blocks = this.doc.getXmlFragment(FRAGMENT).toArray();
    if (block === null) return 0;
    const at = blocks.findIndex(
      ({ _item: item }) => item?.id.client === block?.client && item?.id.clock === block?.clock
    );
    return at < 0 ? blocks.length : at + 1;
  }

  /** The page is left: what is on its way is sent first. */
  async leave(): Promise<void> {
    const end = Date.now() + LEAVING_MS;
    void this.#send();
    while (this.unsent && this.#connected && Date.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 50));
    this.stop();
  }

  stop(): void {
    for (const end of this.#ends.splice(0)) end();
    clearTimeout(this.#timer);
    clearTimeout(this.#lateTimer);
    this.#socket.off();
    this.#socket.disconnect();
    this.doc.destroy();
  }

  #down(): void {
    if (this.#connected || !this.#lateTimer) this.#isLate(AWAY_MS);
    this.#connected = false;
    this.#synced = false;
  }

  #soon(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), milliseconds);
  }

  /** 1. Learn what is stored. 2. Send what is not, one at a time. */
  async #send(): Promise<void> {
    if (this.#busy || !this.#socket.connected || this.gone) return;
    this.#busy = true;
    this.#isLate(ACK_MS / 2);
    const done = await this.#round().catch(() => 'again' as const);
    this.#busy = false;
    if (done === 'done') this.#inTime();
    else if (done === 'again') {
      this.#synced = false;
      this.#soon(AGAIN_MS);
    }
    // Whatever was written meanwhile.
    if (done === 'done' && this.#pending.length > 0) this.#soon(TOGETHER_MS);
    this.unsent = this.#pending.length > 0;
  }

  async #round(): Promise<'done' | 'again' | 'refused'> {
    if (!this.#synced && !(await this.#sync())) return 'again';
    const count = this.#pending.length;
    if (count === 0) return 'done';
    const written = await this.#write(Y.mergeUpdates(this.#pending));
    if (written.ok) {
      this.#pending.splice(0, count);
      this.savedAt = written.at;
      this.fault = undefined;
      return 'done';
    }
    if (written.code === 'gap') this.#anew = true;
    if (!FINAL.includes(written.code)) return 'again';
    this.fault = written.code;
    return 'refused';
  }

  async #sync(): Promise<boolean> {
    const answer = (await this.#socket
      .timeout(ACK_MS)
      .emitWithAck('sync', Y.encodeStateVector(this.doc))) as Synced;
    if (!answer.ok) return false;
    // First: what others wrote in a paragraph that is gone here goes as it comes, and is not to be named as taken out by somebody who
    // had seen it. For the same reason what was written is sent as it was, as long as that can be.
    if (this.#anew && this.#pending.length > 0)
      this.#pending = [Y.encodeStateAsUpdate(this.doc, new Uint8Array(answer.vector))];
    this.#anew = false;
    Y.applyUpdate(this.doc, new Uint8Array(answer.update), this);
    this.#synced = true;
    this.loaded = true;
    return true;
  }

  async #write(update: Uint8Array): Promise<Written> {
    if (update.byteLength <= LARGEST_BY_SOCKET)
      return (await this.#socket.timeout(ACK_MS).emitWithAck('update', update)) as Written;
    const { origin = '', headers = {} } = this.#place;
    const answer = await fetch(`${origin}/projects/${this.#project}/documentation/updates`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', ...headers },
      body: update as BodyInit,
      redirect: 'manual',
      signal: within(LARGE_MS)
    });
    if (answer.status === 413) return { ok: false, code: 'too-large' };
    if (answer.status !== 200) throw new Error('no answer of ours');
    return (await answer.json()) as Written;
  }

  #isLate(after: number): void {
    clearTimeout(this.#lateTimer);
    this.#lateTimer = setTimeout(() => (this.#late = true), after);
  }

  #inTime(): void {
    clearTimeout(this.#lateTimer);
    this.#lateTimer = undefined;
    this.#late = false;
  }
}
