/** The documentation's end of Socket.IO: who may come in, what they lack, what they write. src/lib/protocol/documentation.ts tells it at length. */
import type { Namespace, Server, Socket } from 'socket.io';
import * as Y from 'yjs';
import { ID_PATTERN } from '../../src/lib/domain/meeting/ids.ts';
import { DOCUMENTATION, DOCUMENTATION_PROTOCOL } from '../../src/lib/protocol/documentation.ts';
import type {
  DocumentationClientToServer,
  DocumentationServerToClient,
  Editor,
  GoneMessage,
  Synced,
  WriteFault,
  Written
} from '../../src/lib/protocol/documentation.ts';
import type { App } from '../app.ts';
import { readCookies } from '../cookies.ts';
import { errorCode } from '../log.ts';
import { newPace } from './pace.ts';
import { SESSION_COOKIE } from '../sessions.ts';

interface Data {
  project: string;
  editor: Editor;
  readmit(): Promise<Admission>;
}
type Wire = Namespace<DocumentationClientToServer, DocumentationServerToClient, object, Data>;
type WireSocket = Socket<DocumentationClientToServer, DocumentationServerToClient, object, Data>;
type Admission = { ok: true; editor: Editor } | { ok: false; reason: 'signed-out' | 'not-allowed' };

/** Every `recheckMs` milliseconds each connection is admitted anew. Answers how to end it. */
export function attachDocumentation(app: App, server: Server, recheckMs: number): () => void {
  const io: Wire = server.of(DOCUMENTATION);
  const follow = new Following(app, io);
  io.on('connection', (socket) => void welcome(app, io, follow, socket));
  const recheck = setInterval(() => void recheckAll(io), recheckMs);
  recheck.unref();
  return () => {
    clearInterval(recheck);
    follow.stop();
  };
}

/** 1. Admit. 2. Follow what others write. 3. Answer what is missing. 4. Take updates, each admitted anew. */
async function welcome(app: App, io: Wire, follow: Following, socket: WireSocket): Promise<void> {
  const { project, protocol } = socket.handshake.auth as { project?: unknown; protocol?: unknown };
  if (protocol !== DOCUMENTATION_PROTOCOL) return turnAway(socket, 'reload');
  if (typeof project !== 'string' || !ID_PATTERN.test(project)) return turnAway(socket, 'not-allowed');
  const cookie = readCookies(socket.handshake.headers.cookie)(SESSION_COOKIE);
  const readmit = () => admit(app, project, cookie);
  const pace = newPace();
  const guarded = async <T extends { ok: true }>(
    ack: unknown,
    work: (editor: Editor) => Promise<T | { ok: false; code: WriteFault }>
  ) => {
    const answer = (reply: T | { ok: false; code: WriteFault }) => typeof ack === 'function' && ack(reply);
    if (!pace.take(performance.now())) return answer({ ok: false, code: 'too-fast' });
    try {
      const admission = await readmit();
      if (admission.ok) return answer(await work(admission.editor));
      answer({ ok: false, code: admission.reason });
      turnAway(socket, admission.reason);
    } catch (error) {
      app.log.warn({ code: errorCode(error), project }, 'documentation not served');
      answer({ ok: false, code: 'unavailable' });
    }
  };
  const sheet = () => app.documentation.sheet(project);
  socket.on('sync', (vector, ack) =>
    guarded<Extract<Synced, { ok: true }>>(ack, async () => {
      if (!isVector(vector)) return { ok: false, code: 'refused' };
      return { ok: true, ...(await sheet().missing(vector)) };
    })
  );
  socket.on('update', (update, ack) =>
    guarded<Extract<Written, { ok: true }>>(ack, async (editor) =>
      update instanceof Uint8Array
        ? app.documentation.apply(project, editor.id, update, socket.id)
        : { ok: false, code: 'refused' }
    )
  );
  try {
    const admission = await readmit();
    if (!admission.ok) return turnAway(socket, admission.reason);
    Object.assign(socket.data, { project, editor: admission.editor, readmit });
    if (!socket.connected) return;
    follow.add(project);
    socket.on('disconnect', () => {
      follow.remove(project);
      tellWhoIsHere(io, project);
    });
    await socket.join(project);
    tellWhoIsHere(io, project);
  } catch (error) {
    app.log.warn({ code: errorCode(error) }, 'connection not served');
    // The client comes back by itself, later.
    socket.disconnect(true);
  }
}

/** One ear a project for as long as anybody has it open here. */
class Following {
  readonly #app: App;
  readonly #io: Wire;
  readonly #open = new Map<string, { pages: number; stop(): void }>();

  constructor(app: App, io: Wire) {
    this.#app = app;
    this.#io = io;
  }

  add(project: string): void {
    const open = this.#open.get(project) ?? { pages: 0, stop: this.#listen(project) };
    open.pages++;
    this.#open.set(project, open);
  }

  remove(project: string): void {
    const open = this.#open.get(project);
    if (!open || --open.pages > 0) return;
    open.stop();
    this.#open.delete(project);
  }

  stop(): void {
    for (const { stop } of this.#open.values()) stop();
    this.#open.clear();
  }

  #listen(project: string): () => void {
    return this.#app.documentation.sheet(project).listen((update, from, more) => {
      const others = typeof from === 'string' ? this.#io.to(project).except(from) : this.#io.to(project);
      others.emit('update', update);
      if (more && typeof from === 'string') this.#io.to(from).emit('update', more);
    });
  }
}

async function admit(app: App, project: string, cookie: string | undefined): Promise<Admission> {
  const user = await app.accounts.validate(cookie);
  if (!user) return { ok: false, reason: 'signed-out' };
  const part = await app.documentation.partIn(user.id, project);
  return part ? { ok: true, editor: { id: user.id, name: user.name } } : { ok: false, reason: 'not-allowed' };
}

function tellWhoIsHere(io: Wire, project: string): void {
  const here = new Map<string, Editor>();
  for (const { data, connected } of io.sockets.values())
    if (connected && data.project === project) here.set(data.editor.id, data.editor);
  io.to(project).emit('here', [...here.values()]);
}

/** Where the database does not answer, everybody stays. */
async function recheckAll(io: Wire): Promise<void> {
  for (const socket of [...io.sockets.values()]) {
    const admission = await socket.data.readmit?.().catch(() => undefined);
    if (admission && !admission.ok) turnAway(socket, admission.reason);
  }
}

function turnAway(socket: WireSocket, reason: GoneMessage['reason']): void {
  socket.emit('gone', { reason });
  // The message must be on its way before the connection ends.
  setTimeout(() => socket.disconnect(true), 100).unref();
}

function isVector(sent: unknown): sent is Uint8Array {
  if (!(sent instanceof Uint8Array)) return false;
  try {
    Y.decodeStateVector(sent);
    return true;
  } catch {
    return false;
  }
}
