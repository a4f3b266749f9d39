/** The Socket.IO edge: who may connect, what they get first, what they may send. docs/protocol.md tells it at length. */
import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server } from 'socket.io';
import * as v from 'valibot';
import { viewInPieces } from '../src/lib/domain/meeting/visibility.ts';
import {
  MAX_MESSAGE_BYTES,
  ORIGIN_HEADER,
  PROTOCOL_VERSION,
  handshakeSchema
} from '../src/lib/protocol/protocol.ts';
import type { Ack, Handshake, ReloadMessage, SortAnswer } from '../src/lib/protocol/protocol.ts';
import type { App } from './app.ts';
import { admit, isSomebodyElse } from './audience.ts';
import type { Credentials } from './audience.ts';
import { Bucket } from './bucket.ts';
import { languageOf, refused, takeCommand } from './command-door.ts';
import type { Sender } from './command-door.ts';
import { readCookies } from './cookies.ts';
import { attachDocumentation } from './documentation/sockets.ts';
import { Live } from './live.ts';
import { noSort, sortDoor } from './sort-door.ts';
import type { Wire, WireSocket } from './live.ts';
import { errorCode } from './log.ts';
import { inSlices } from './slices.ts';

/** A client that missed more than this starts from the whole state. */
const LONGEST_TAIL = 500;
/** Bytes that may wait for a slow phone before it is cut off; it catches up when it comes back. */
const OUTBOUND_CAP = 1024 * 1024;
const CAP_CHECK_MS = 5_000;
const BURST = { participant: [20, 5], leader: [60, 20] } as const;

/**
 * Attaches to that HTTP server; `app.closeSockets` then ends all connections. Every `recheckMs` milliseconds each of them is
 * admitted anew (`shared`: another WebSocket, Vite's own, lives on the same server): a signed-out leader or a withdrawn wall's key is not told for longer.
 */
export function attachSockets(
  app: App,
  server: HttpServer,
  { recheckMs = 15_000, shared = false }: { recheckMs?: number; shared?: boolean } = {}
): void {
  const io: Wire = new Server(server, {
    path: '/socket.io',
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    // What asks for another path is cut off: left open, it would keep the server from stopping.
    destroyUpgrade: !shared,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: 20_000,
    pingTimeout: 15_000,
    allowRequest: (request, decide) => decide(null, isOwnOrigin(app, request))
  });
  const lives = new Map<string, Promise<Live | undefined>>();
  io.on('connection', (socket) => void welcome(app, io, lives, socket));
  const endDocumentation = attachDocumentation(app, io as Server, recheckMs);
  const watch = setInterval(() => cutSlow(io), CAP_CHECK_MS);
  watch.unref();
  const recheck = setInterval(() => void recheckAll(io), recheckMs);
  recheck.unref();
  // Somebody may have been taken out: that is told from memory, so it may be asked at once.
  const unwatch = app.participants.watch(
    (project) =>
      void recheckAll(io, ({ data }) => data.project === project && data.audience?.view === 'participant')
  );
  app.rehearsals.follow();
  app.ownAddress = () => ownAddress(server);
  app.connections = () => io.engine.clientsCount;
  app.taken = (meeting, participant, since) =>
    void lives.get(meeting)?.then(
      (live) => live?.taken(participant, since),
      () => undefined
    );
  app.closeSockets = async () => {
    await app.rehearsals.close();
    clearInterval(watch);
    clearInterval(recheck);
    endDocumentation();
    unwatch();
    for (const live of lives.values()) (await live.catch(() => undefined))?.stop();
    // Not io.close(): it would close the HTTP server too, which its owner does.
    io.disconnectSockets(true);
    io.engine.close();
  };
}

/** Where a client in this very process connects. */
function ownAddress(server: HttpServer): string | undefined {
  const found = server.address();
  if (found === null || typeof found === 'string') return undefined;
  const { address, family, port } = found;
  const everywhere = address === '0.0.0.0' || address === '::';
  const host = everywhere ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address;
  return `http://${host}:${port}`;
}

/** 1. Read the handshake. 2. Admit. 3. Find the meeting. 4. Send what was missed. 5. Take commands. */
async function welcome(
  app: App,
  io: Wire,
  lives: Map<string, Promise<Live | undefined>>,
  socket: WireSocket
) {
  const parsed = v.safeParse(handshakeSchema, socket.handshake.auth);
  if (!parsed.success || parsed.output.protocol !== PROTOCOL_VERSION) return turnAway(socket, 'protocol');
  const handshake = parsed.output;
  const cookie = readCookies(socket.handshake.headers.cookie);
  const credentials: Credentials = { cookie, key: handshake.key };
  const language = languageOf(cookie('PARAGLIDE_LOCALE'), socket.handshake.headers['accept-language']);
  const { meeting, view, as } = handshake;
  const sender: Sender = { meeting, view, as, credentials, language };
  const bucket = bucketFor(handshake.view);
  socket.on('ping', (ack) => typeof ack === 'function' && ack());
  socket.on('command', (input, ack) => {
    const answer = (reply: Ack) => typeof ack === 'function' && ack(reply);
    if (!bucket.take(performance.now())) return void answer(refused({ code: 'too-fast' }, language));
    void takeCommand(app, sender, input).then((reply) => {
      answer(reply);
      if (!reply.ok && (reply.code === 'signed-out' || reply.code === 'somebody-else'))
        turnAway(socket, reply.code);
    });
  });
  socket.on('sort', (prompt, ack) => {
    const answer = (reply: SortAnswer) => typeof ack === 'function' && ack(reply);
    if (!bucket.take(performance.now())) return void answer(noSort({ code: 'too-fast' }, language));
    void sortDoor(app, sender, prompt).then(answer);
  });
  try {
    const admission = await admit(app, handshake.meeting, handshake.view, credentials);
    if (!admission.ok) return turnAway(socket, admission.reason);
    if (isSomebodyElse(admission.audience, handshake.as)) return turnAway(socket, 'somebody-else');
    const found = await liveMeeting(app, io, lives, handshake.meeting);
    if (!found) return turnAway(socket, 'unknown-meeting');
    socket.data.audience = admission.audience;
    socket.data.project = admission.meeting.projectId;
    const known = handshake.view === 'participant' ? admission.meeting : undefined;
    socket.data.readmit = () => admit(app, handshake.meeting, handshake.view, credentials, known);
    sender.known = admission.meeting;
    const leave = () => {
      found.remove(socket);
      if (found.isEmpty) setTimeout(() => forgetEmpty(lives, handshake.meeting), 60_000).unref();
    };
    socket.on('disconnect', leave);
    await enter(socket, found, handshake);
    // It may have gone while it was being admitted: then nobody tells of it any more.
    if (!socket.connected) leave();
  } catch (error) {
    app.log.warn({ code: errorCode(error) }, 'connection not served');
    // The client comes back by itself, later.
    socket.disconnect(true);
  }
}

/** Three outcomes: current, a contiguous tail, or the whole state. Nothing may happen between the telling and the joining. */
async function enter(socket: WireSocket, live: Live, { since }: Handshake): Promise<void> {
  const { audience } = socket.data;
  // Another node may have told more already: read on before anything goes backwards.
  if (since !== undefined && since > live.room.state.seq) await live.room.refresh();
  const missed = since === undefined ? -1 : live.room.state.seq - since;
  if (since !== undefined && missed >= 0 && missed <= LONGEST_TAIL) {
    const tail = missed === 0 ? [] : await live.room.readAfter(since, LONGEST_TAIL + 1);
    const { seq } = live.room.state;
    // What was committed while the database was read makes the tail too short: then the state is sent.
    if (seq - since === tail.length) {
      socket.emit('events', live.message(tail, audience, seq));
      return live.add(socket);
    }
  }
  const { state } = live.room;
  const view = await inSlices(viewInPieces(state, audience, live.directory));
  socket.emit('state', { seq: state.seq, state: view, now: Date.now() });
  // What happened while the view was made follows, until nothing does.
  for (let seq = state.seq; seq < live.room.state.seq;) {
    const tail = await live.room.readAfter(seq, LONGEST_TAIL);
    if (tail.length === 0) throw new Error('a tail is missing');
    seq += tail.length;
    socket.emit('events', live.message(tail, audience, seq));
  }
  live.add(socket);
}

function liveMeeting(app: App, io: Wire, lives: Map<string, Promise<Live | undefined>>, id: string) {
  let live = lives.get(id);
  if (!live) {
    live = makeLive(app, io, id);
    lives.set(id, live);
    live.then(
      (made) => made ?? lives.delete(id),
      () => lives.delete(id)
    );
  }
  return live;
}

async function makeLive(app: App, io: Wire, id: string): Promise<Live | undefined> {
  const [found, room] = await Promise.all([app.projects.find({ id }), app.meetings.room(id)]);
  if (!found || !room) return undefined;
  return new Live(app, io, found.meeting, room, await app.participants.directory(found.meeting.projectId));
}

async function forgetEmpty(lives: Map<string, Promise<Live | undefined>>, id: string): Promise<void> {
  const live = await lives.get(id)?.catch(() => undefined);
  if (!live?.isEmpty) return;
  lives.delete(id);
  live.stop();
}

/** Turns those away who may no longer be here. Where the database does not answer, everybody stays. */
async function recheckAll(io: Wire, whom: (socket: WireSocket) => boolean = () => true): Promise<void> {
  for (const socket of [...io.of('/').sockets.values()].filter(whom)) {
    const admission = await socket.data.readmit?.().catch(() => undefined);
    if (admission && !admission.ok) turnAway(socket, admission.reason);
  }
}

function turnAway(socket: WireSocket, reason: ReloadMessage['reason']): void {
  socket.emit('reload', { reason });
  // The message must be on its way before the connection ends.
  setTimeout(() => socket.disconnect(true), 100).unref();
}

/** A page of another site must not speak in somebody's name. Programs without a browser send the header too. */
function isOwnOrigin(app: App, request: IncomingMessage): boolean {
  const { host } = request.headers;
  const origin = request.headers.origin ?? request.headers[ORIGIN_HEADER];
  if (typeof origin !== 'string' || !URL.canParse(origin)) return false;
  if (origin === app.config.origin) return true;
  const forwarded = app.config.trustedProxy ? request.headers['x-forwarded-host'] : undefined;
  return !app.config.origin && new URL(origin).host === (forwarded ?? host);
}

function bucketFor(view: Handshake['view']): Bucket {
  const [burst, perSecond] = view === 'leader' ? BURST.leader : BURST.participant;
  return new Bucket(burst, perSecond, performance.now());
}

function cutSlow(io: Wire): void {
  for (const socket of io.of('/').sockets.values()) {
    if (waitingFor(socket) > OUTBOUND_CAP) socket.disconnect(true);
  }
}

/** Characters that a client has not fetched yet: held back by Engine.IO, and by the transport below it. */
function waitingFor({ conn }: WireSocket): number {
  const { writeBuffer } = conn as unknown as { writeBuffer: readonly { data?: unknown }[] };
  const transport = conn.transport as { socket?: { bufferedAmount?: number } };
  const held = writeBuffer.reduce((sum, { data }) => sum + (typeof data === 'string' ? data.length : 0), 0);
  return held + (transport.socket?.bufferedAmount ?? 0);
}
