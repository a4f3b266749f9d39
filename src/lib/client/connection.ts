/** The socket: connects, comes back by itself, and answers "did it arrive?" with an ack or with silence. */
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { Request } from '../domain/meeting/commands.ts';
import { MAX_MESSAGE_BYTES, ORIGIN_HEADER, PROTOCOL_VERSION } from '../protocol/protocol.ts';
import type {
  Ack,
  ClientToServer,
  DisputesMessage,
  EventsMessage,
  Handshake,
  HintsMessage,
  NamesMessage,
  PresenceMessage,
  QuestionMessage,
  ReloadMessage,
  ServerToClient,
  SortAnswer,
  StateMessage,
  SuggestionsMessage,
  WallMessage
} from '../protocol/protocol.ts';
import { probe, wayOf } from './portal.ts';
import { within } from './within.ts';

export interface Listener {
  events(message: EventsMessage): void;
  state(message: StateMessage): void;
  reload(message: ReloadMessage): void;
  presence(message: PresenceMessage): void;
  names(message: NamesMessage): void;
  suggestions(message: SuggestionsMessage): void;
  disputes(message: DisputesMessage): void;
  question(message: QuestionMessage): void;
  hints(message: HintsMessage): void;
  wall(message: WallMessage): void;
  up(): void;
  down(): void;
  /** Somebody looks at the page again, or the net is said to be back. */
  awake(): void;
  /** Whether the net wants its own page seen before it lets anything through. */
  portal(stands: boolean): void;
}

/** `as`: the participant whose page it is. */
export type Target = Pick<Handshake, 'meeting' | 'view' | 'key' | 'as'>;

/** An ack later than this counts as none. Milliseconds. */
const ACK_MS = 4_000;
const PING_MS = 2_000;
/** Where the server cannot be reached, the net is asked why, and no more often than this. */
const PROBE_PAUSE_MS = 2_000;
const SORT_MS = 15_000;
/** What takes more than the socket lets through goes over HTTPS, and may take its time. */
const LARGE_MS = 30_000;
/** What the socket puts around a command. */
const ENVELOPE_BYTES = 4 * 1024;
/** So often the clock is looked at; where it has run so far meanwhile, the machine was asleep. */
const PULSE_MS = 5_000;
const ASLEEP_MS = 20_000;

/** What a meeting needs of a connection. */
export type Link = Pick<Connection, 'start' | 'stop' | 'again' | 'post' | 'sort'>;
export type Connect = (...how: ConstructorParameters<typeof Connection>) => Link;

export class Connection {
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  readonly #target: Target;
  readonly #listener: Listener;
  readonly #wakers: (() => void)[] = [];
  /** When the latest try to connect began. */
  #triedAt = 0;
  #checking = false;
  #pollFirst = false;
  #probedAt = 0;
  #stopped = false;

  /** `since` is asked at every connection: the latest number that the client holds, or undefined. */
  constructor(target: Target, since: () => number | undefined, listener: Listener) {
    this.#target = target;
    this.#listener = listener;
    this.#socket = io({
      path: '/socket.io',
      autoConnect: false,
      // Long polling where a network blocks WebSocket. Browsers leave Origin out of a plain GET: the header stands in.
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      extraHeaders: { [ORIGIN_HEADER]: location.origin },
      // First tries are quick, so that a restarted server has the whole room back within seconds.
      reconnectionDelay: 300,
      reconnectionDelayMax: 5_000,
      randomizationFactor: 0.5,
      timeout: 5_000,
      auth: (give) => {
        const at = since();
        give({ ...target, protocol: PROTOCOL_VERSION, ...(at === undefined ? {} : { since: at }) });
      }
    });
    this.#socket.on('events', (message) => listener.events(message));
    this.#socket.on('state', (message) => listener.state(message));
    this.#socket.on('reload', (message) => listener.reload(message));
    this.#socket.on('presence', (message) => listener.presence(message));
    this.#socket.on('names', (message) => listener.names(message));
    this.#socket.on('suggestions', (message) => listener.suggestions(message));
    this.#socket.on('disputes', (message) => listener.disputes(message));
    this.#socket.on('question', (message) => listener.question(message));
    this.#socket.on('hints', (message) => listener.hints(message));
    this.#socket.on('wall', (message) => listener.wall(message));
    this.#socket.on('connect', () => listener.up());
    this.#socket.io.on('reconnect_attempt', () => (this.#triedAt = Date.now()));
    this.#socket.on('disconnect', (reason) => {
      listener.down();
      // The server cuts a slow phone off, or could not serve it: Socket.IO itself would then stay away.
      if (reason === 'io server disconnect')
        setTimeout(() => this.#socket.connect(), 500 + Math.random() * 1_000);
    });
    this.#socket.on('connect_error', () => {
      listener.down();
      this.#turnTransports();
      void this.#lookAround();
      if (!this.#socket.active) setTimeout(() => this.#socket.connect(), 1_000 + Math.random() * 2_000);
    });
  }

  start(): void {
    this.#connect();
    const check = () => {
      this.#listener.awake();
      void this.#check();
    };
    const visible = () => {
      if (document.visibilityState === 'visible') check();
    };
    document.addEventListener('visibilitychange', visible);
    addEventListener('pageshow', check);
    addEventListener('online', check);
    // A machine that wakes with the page in sight says so to nobody.
    let last = Date.now();
    const pulse = setInterval(() => {
      const passed = Date.now() - last;
      last += passed;
      if (passed > ASLEEP_MS) visible();
    }, PULSE_MS);
    this.#wakers.push(() => {
      clearInterval(pulse);
      document.removeEventListener('visibilitychange', visible);
      removeEventListener('pageshow', check);
      removeEventListener('online', check);
    });
  }

  stop(): void {
    this.#stopped = true;
    for (const end of this.#wakers.splice(0)) end();
    this.#socket.off();
    this.#socket.disconnect();
  }

  /** A fresh connection, which catches up from the client's own number. */
  again(): void {
    this.#socket.disconnect();
    this.#connect();
  }

  /** Sends by socket; where that gives no ack in time, or could not take it, by HTTPS. Rejects when neither answers. */
  async post(command: Request & { id: string }): Promise<Ack> {
    const body = JSON.stringify(command);
    const large = isTooLarge(body);
    if (this.#socket.connected && !large) {
      try {
        return (await this.#socket.timeout(ACK_MS).emitWithAck('command', command)) as Ack;
      } catch {
        // Silence: the other way may be open, and the id makes it the same command.
        void this.#check();
      }
    }
    return this.#postOverHttps(body, large ? LARGE_MS : ACK_MS);
  }

  /** Asks where the rest of the notes would go. Rejects where no answer comes: it takes longer than an ack. */
  async sort(prompt: string): Promise<SortAnswer> {
    return (await this.#socket.timeout(SORT_MS).emitWithAck('sort', prompt)) as SortAnswer;
  }

  async #postOverHttps(body: string, time: number): Promise<Ack> {
    const { meeting, view, as } = this.#target;
    const query = new URLSearchParams({ view, ...(as === undefined ? {} : { as }) });
    const response = await fetch(`/api/meetings/${meeting}/commands?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'manual',
      signal: within(time)
    });
    // A hotel's sign-in page answers 200 with HTML, a proxy or a failing page with JSON of its own: those are no acks.
    const way = wayOf(response);
    this.#listener.portal(way === 'portal');
    if (way !== 'ours') throw new Error('no answer of ours');
    const answer = (await response.json()) as Partial<Ack>;
    if (response.status !== 200 || typeof answer.ok !== 'boolean') throw new Error('no answer of ours');
    return answer as Ack;
  }

  /** Phones sleep: after waking, a connection that does not answer at once is replaced. */
  async #check(): Promise<void> {
    if (this.#checking || this.#stopped) return;
    if (!this.#socket.connected) {
      // A try that has just begun is the fresh connection.
      if (Date.now() - this.#triedAt > PING_MS) this.again();
      return;
    }
    this.#checking = true;
    try {
      await this.#socket.timeout(PING_MS).emitWithAck('ping');
    } catch {
      if (!this.#stopped) this.again();
    } finally {
      this.#checking = false;
    }
  }

  #connect(): void {
    this.#triedAt = Date.now();
    this.#socket.connect();
  }

  /**
   * Some networks refuse a WebSocket, and Socket.IO goes on with polling by itself; others swallow it, and every try would end by
   * its time. So each try begins with what the one before did not; polling goes over to WebSocket where that is possible.
   */
  #turnTransports(): void {
    const { opts } = this.#socket.io;
    this.#pollFirst = !this.#pollFirst;
    opts.transports = this.#pollFirst ? ['polling', 'websocket'] : ['websocket', 'polling'];
  }

  /** Why can the server not be reached? */
  async #lookAround(): Promise<void> {
    if (Date.now() - this.#probedAt < PROBE_PAUSE_MS) return;
    this.#probedAt = Date.now();
    const way = await probe();
    if (!this.#stopped && !this.#socket.connected) this.#listener.portal(way === 'portal');
  }
}

/** More than the socket takes: it would be cut off over it, and come back only to be cut off again. */
function isTooLarge(text: string): boolean {
  const most = MAX_MESSAGE_BYTES - ENVELOPE_BYTES;
  // A letter takes at most three bytes.
  return text.length * 3 > most && new TextEncoder().encode(text).length > most;
}
