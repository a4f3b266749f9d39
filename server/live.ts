/** One live meeting on this node: its room, who is connected, and how each audience is told what happens. */
import type { Server, Socket } from 'socket.io';
import type { Suggestion } from '../src/lib/domain/clustering/placer.ts';
import type { Dispute } from '../src/lib/domain/finding/disputes.ts';
import type { Recorded } from '../src/lib/domain/meeting/events.ts';
import type { MeetingState } from '../src/lib/domain/meeting/state.ts';
import { concerns } from '../src/lib/domain/meeting/touched.ts';
import { patchOf } from '../src/lib/domain/meeting/visibility.ts';
import type { PersonId } from '../src/lib/domain/meeting/ids.ts';
import { seeNames } from '../src/lib/domain/meeting/see-note.ts';
import type { Audience, Directory, Person } from '../src/lib/domain/meeting/sight.ts';
import type {
  ClientToServer,
  EventsMessage,
  NamesMessage,
  ServerToClient,
  WireEvent
} from '../src/lib/protocol/protocol.ts';
import type { App } from './app.ts';
import { Asking } from './asking.ts';
import type { Admission } from './audience.ts';
import { disputesIn } from './disputing.ts';
import { Hinting } from './hinting.ts';
import { LeaderList } from './leader-list.ts';
import { errorCode } from './log.ts';
import { Presence, presenceMessages } from './presence.ts';
import type { Meeting } from './projects.ts';
import type { Room } from './room.ts';
import { suggestionsIn } from './suggesting.ts';
import { WallTeller } from './walls/wall-teller.ts';

export type Wire = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
export type WireSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
export interface SocketData {
  audience: Audience;
  project: string;
  /** Asks anew whether this connection may be here. */
  readmit?(): Promise<Admission>;
}

/** Presence is told at most so often, in milliseconds. */
const PRESENCE_MS = 700;
const SMALL_ROOM = 100;
const LEADER_PACE = 40;
const PHONE_PACE = 250;
const MINUTE = 60_000;

export class Live {
  readonly room: Room;
  readonly meeting: Meeting;
  readonly #app: App;
  readonly #io: Wire;
  readonly #presence = new Presence();
  readonly #sockets = new Set<WireSocket>();
  readonly #suggestions: LeaderList<Suggestion>;
  readonly #disputes: LeaderList<Dispute>;
  readonly #asking: Asking;
  readonly #hinting: Hinting;
  readonly #walls: WallTeller;
  readonly #stop: (() => void)[];
  #directory: Directory;
  /** Of those who have another name than at first: what has been told of each. */
  readonly #renamed = new Map<PersonId, Person>();
  /** Of several readings of the people the latest counts, whichever ends last. */
  #reading = 0;
  #presenceTimer: NodeJS.Timeout | undefined;
  #waiting: Recorded[] = [];
  #phonesWaiting: Recorded[] = [];
  #timer: NodeJS.Timeout | undefined;
  #phoneTimer: NodeJS.Timeout | undefined;

  constructor(app: App, io: Wire, meeting: Meeting, room: Room, directory: Directory) {
    this.#app = app;
    this.#io = io;
    this.meeting = meeting;
    this.room = room;
    this.#directory = directory;
    const leaderIsHere = () => this.#people('leader').size > 0;
    const leaders = () => io.to(this.#channel('leader'));
    this.#suggestions = new LeaderList(suggestionsIn(app.machine, room), room, leaderIsHere, (message) =>
      leaders().emit('suggestions', message)
    );
    this.#disputes = new LeaderList(disputesIn(room), room, leaderIsHere, (message) =>
      leaders().emit('disputes', message)
    );
    this.#asking = new Asking(
      app.machine,
      room,
      () => this.#people('participant'),
      (person, message) => io.to(this.#channel('participant', person)).emit('question', message)
    );
    this.#hinting = new Hinting(
      room,
      () => this.#people('participant'),
      (person, message) => io.to(this.#channel('participant', person)).emit('hints', message)
    );
    this.#walls = new WallTeller(room, app.walls.of(room), (view, message) =>
      io.to(this.#channel(view)).emit('wall', message)
    );
    this.#stop = [
      () => this.#walls.stop(),
      () => this.#suggestions.stop(),
      () => this.#disputes.stop(),
      () => this.#asking.stop(),
      () => this.#hinting.stop(),
      room.listen((events) => this.#happened(events)),
      app.participants.watch((project) => {
        if (project === meeting.projectId) void this.#peopleChanged();
      }),
      app.rolePacks.watch((project) => {
        if (project === meeting.projectId) this.#suggestions.anew();
      })
    ];
  }

  get directory(): Directory {
    return this.#directory;
  }

  get isEmpty(): boolean {
    return this.#sockets.size === 0;
  }

  add(socket: WireSocket): void {
    if (!socket.connected) return;
    this.#sockets.add(socket);
    const { audience } = socket.data;
    void socket.join(this.#channel(audience.view));
    if ('id' in audience) void socket.join(this.#channel(audience.view, audience.id));
    if (audience.view === 'participant') this.#presence.came(audience.id);
    if (audience.view === 'participant') this.#asking.greet(audience.id);
    if (audience.view === 'participant') this.#hinting.greet(audience.id);
    for (const message of this.#walls.greet(audience.view)) socket.emit('wall', message);
    if (audience.view === 'leader') {
      for (const message of this.#suggestions.greet()) socket.emit('suggestions', message);
      for (const message of this.#disputes.greet()) socket.emit('disputes', message);
    }
    this.#greetByName(socket);
    // Also where nothing changed: the newcomer has not been told yet.
    this.#tellPresence();
  }

  /** A participant's command was taken that came at that time (`performance.now()`). */
  taken(participant: string, since: number): void {
    this.#asking.answered(participant, since);
  }

  remove(socket: WireSocket): void {
    if (!this.#sockets.delete(socket)) return;
    const { audience } = socket.data;
    const isGone = audience.view === 'participant' && this.#presence.left(audience.id);
    if (isGone || audience.view === 'leader') this.#tellPresence();
  }

  stop(): void {
    for (const stop of this.#stop) stop();
    clearTimeout(this.#presenceTimer);
    clearTimeout(this.#timer);
    clearTimeout(this.#phoneTimer);
  }

  /** Those events for one audience: each under its number, with the present view of what it touched. */
  message(events: readonly Recorded[], audience: Audience, head = this.room.state.seq): EventsMessage {
    const { state } = this.room;
    return {
      events: events.map((event) => wireEvent(state, event, audience, this.#directory)),
      head,
      now: Date.now()
    };
  }

  /** At once in a room of some fifty; where hundreds listen, what arrives together is told together. */
  #happened(events: readonly Recorded[]): void {
    this.#waiting.push(...events);
    this.#phonesWaiting.push(...events);
    this.#suggestions.happened(events);
    this.#disputes.happened(events);
    this.#asking.happened(events);
    this.#hinting.happened();
    this.#walls.happened();
    const crowded = this.#sockets.size > SMALL_ROOM;
    if (!crowded) {
      this.#tellWalls();
      this.#tellPhones();
      return;
    }
    this.#timer ??= setTimeout(() => this.#tellWalls(), LEADER_PACE);
    this.#phoneTimer ??= setTimeout(() => this.#tellPhones(), PHONE_PACE);
  }

  #tellWalls(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const events = this.#waiting.splice(0);
    if (events.length === 0) return;
    for (const view of ['wall', 'review'] as const) this.#tell(this.#channel(view), events, { view });
    for (const id of this.#people('leader'))
      this.#tell(this.#channel('leader', id), events, { view: 'leader', id });
  }

  #people(view: 'leader' | 'participant'): Set<string> {
    const people = new Set<string>();
    for (const { data } of this.#sockets) if (data.audience.view === view) people.add(data.audience.id);
    return people;
  }

  /** One message serves every phone but those whose own notes were touched. */
  #tellPhones(): void {
    clearTimeout(this.#phoneTimer);
    this.#phoneTimer = undefined;
    const events = this.#phonesWaiting.splice(0);
    if (events.length === 0) return;
    const concerned = new Set(events.flatMap((event) => this.#concerned(event)));
    const others = this.#io.to(this.#channel('participant'));
    const except = [...concerned].map((id) => this.#channel('participant', id));
    const head = events.at(-1)?.seq;
    others.except(except).emit('events', this.message(events, { view: 'participant', id: '' }, head));
    for (const id of concerned)
      this.#tell(this.#channel('participant', id), events, { view: 'participant', id });
  }

  /** Those of the people here whose own part an event touched. */
  #concerned(event: Recorded): readonly string[] {
    const people = concerns(this.room.state, event);
    return people === 'everybody' ? [...this.#people('participant')] : people;
  }

  /** Nothing is made for a channel in which nobody is. */
  #tell(channel: string, events: readonly Recorded[], audience: Audience): void {
    if (!this.#io.of('/').adapter.rooms.has(channel)) return;
    this.#io.to(channel).emit('events', this.message(events, audience, events.at(-1)?.seq));
  }

  #tellPresence(): void {
    this.#presenceTimer ??= setTimeout(() => {
      this.#presenceTimer = undefined;
      presenceMessages(this.#app, this.meeting, this.#presence, this.#people('leader')).then(
        (messages) => {
          for (const view of ['participant', 'wall', 'review', 'leader'] as const) {
            this.#io.to(this.#channel(view)).emit('presence', messages[view]);
          }
        },
        (error: unknown) => this.#app.log.warn({ code: errorCode(error) }, 'presence not told')
      );
    }, PRESENCE_MS);
  }

  async #peopleChanged(): Promise<void> {
    const reading = ++this.#reading;
    try {
      const { participants } = this.#app;
      const everybody = await participants.everybody(this.meeting.projectId);
      const directory = await participants.directory(this.meeting.projectId);
      if (reading === this.#reading) this.#know(everybody, directory);
    } catch (error) {
      this.#app.log.warn({ code: errorCode(error) }, 'people not read');
    }
    this.#tellPresence();
  }

  /** From now on those are the people; who has another name than before is told by the new one. */
  #know(everybody: ReadonlyMap<PersonId, Person>, directory: Directory): void {
    this.#directory = directory;
    const changed = new Set<PersonId>();
    for (const [id, person] of everybody) {
      if (!person.renamed || isAsTold(this.#renamed.get(id), person)) continue;
      this.#renamed.set(id, person);
      changed.add(id);
      this.#io.to(this.#channel('participant', id)).emit('names', { me: meOf(person) });
    }
    if (changed.size === 0) return;
    for (const view of ['wall', 'review', 'leader'] as const) {
      const notes = this.#names(view, (author) => changed.has(author));
      if (notes) this.#io.to(this.#channel(view)).emit('names', { notes });
    }
  }

  /** A tail of events knows nothing of names: who comes back with one may hold the ones of before. */
  #greetByName(socket: WireSocket): void {
    const { audience } = socket.data;
    if (audience.view === 'participant') {
      const person = this.#directory(audience.id);
      if (person?.renamed) socket.emit('names', { me: meOf(person) });
      return;
    }
    const notes = this.#names(audience.view, (author) => this.#directory(author)?.renamed === true);
    if (notes) socket.emit('names', { notes });
  }

  #names(view: 'leader' | 'wall' | 'review', isOne: (author: PersonId) => boolean) {
    const audience: Audience = view === 'leader' ? { view, id: '' } : { view };
    const notes = seeNames(this.room.state, audience, this.#directory, isOne);
    return Object.keys(notes).length > 0 ? notes : undefined;
  }

  #channel(view: Audience['view'], id?: string): string {
    return `${this.meeting.id} ${view}${id === undefined ? '' : ` ${id}`}`;
  }
}

function meOf({ name, organisation, former = [] }: Person): NonNullable<NamesMessage['me']> {
  return { name, organisation, former };
}

function isAsTold(told: Person | undefined, person: Person): boolean {
  return told !== undefined && told.name === person.name && told.organisation === person.organisation;
}

function wireEvent(
  state: MeetingState,
  event: Recorded,
  audience: Audience,
  directory: Directory
): WireEvent {
  const { seq, name, by } = event;
  // To the minute: the very second in which something came would tell whose it is.
  const at = by.role === 'participant' ? event.at - (event.at % MINUTE) : event.at;
  return { seq, at, name, data: patchOf(state, audience, event, directory) };
}
