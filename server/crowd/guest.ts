/**
 * A simulated participant: a phone on the real protocol that answers whatever is open, votes, takes part in a group and finds
 * together when asked, at a human pace.
 */
import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { kindOf } from '../../src/lib/domain/kinds/registry.ts';
import type { Fields } from '../../src/lib/domain/kinds/kind.ts';
import type { Request } from '../../src/lib/domain/meeting/commands.ts';
import { patched } from '../../src/lib/domain/meeting/view.ts';
import type { MeetingView, PromptView } from '../../src/lib/domain/meeting/view.ts';
import { PROTOCOL_VERSION } from '../../src/lib/protocol/protocol.ts';
import type { Ack, EventsMessage, QuestionMessage, StateMessage } from '../../src/lib/protocol/protocol.ts';
import { ballotFor } from './ballots.ts';
import { answerTo } from './finding.ts';
import type { Opinions } from './finding.ts';

/** How this person reaches the meeting that it has joined. */
export interface Way {
  /** Where the server listens, and the origin that it takes for its own. */
  base: string;
  origin?: string;
  meeting: string;
  /** As a browser sends it. */
  cookie: string;
}

/** What this person thinks. */
export interface Mind {
  notes(prompt: PromptView): readonly Fields[];
  opinions: Opinions;
  /** Seconds: everything is written so long after a question opened; each tap is thought about for so long at most. */
  pace: { writing: number; tapping: number };
}

const ACK_MS = 8_000;
/** Nobody has read a question sooner, in seconds. */
const READING = 2;

export class Guest {
  readonly #socket: Socket;
  readonly #mind: Mind;
  readonly #leaving = new AbortController();
  /** What has been taken up already, once each. */
  readonly #begun = new Set<string>();
  #view: MeetingView | undefined;

  constructor({ base, origin = base, meeting, cookie }: Way, mind: Mind) {
    this.#mind = mind;
    // One thinks of many things at once.
    setMaxListeners(0, this.#leaving.signal);
    this.#socket = io(base, {
      forceNew: true,
      transports: ['websocket'],
      extraHeaders: { origin, cookie },
      auth: { meeting, view: 'participant', protocol: PROTOCOL_VERSION }
    });
    this.#socket.on('question', (message: QuestionMessage) => {
      // Leaving ends whatever was thought of.
      this.#tap(message).catch(() => undefined);
    });
    this.#socket.on('state', ({ state }: StateMessage) => this.#saw(state));
    this.#socket.on('events', ({ events }: EventsMessage) => {
      const patches = events.map(({ data }) => data);
      if (this.#view) this.#saw(patched(this.#view, patches));
    });
    this.#socket.on('reload', () => this.leave());
  }

  /** Goes, whatever it was about to write. */
  leave(): void {
    this.#leaving.abort();
    this.#socket.disconnect();
  }

  #saw(view: MeetingView): void {
    this.#view = view;
    const open = view.agenda.map((id) => view.prompts[id]).find((prompt) => prompt?.stage === 'open');
    if (!open) return;
    const takes = kindOf(open.kind)?.takes;
    if (takes === 'ballots') this.#once(`vote ${open.id}`, () => this.#vote(open));
    if (takes !== 'notes') return;
    if (open.perGroup) this.#withGroup(view, open);
    else this.#once(`notes ${open.id}`, () => this.#write(open));
  }

  /** A group's phone: one takes the pen, and writes for all. */
  #withGroup({ groups, group }: MeetingView, { id, pen }: PromptView): void {
    if (groups.length === 0) return;
    if (!group) {
      const chosen = groups[Math.floor(Math.random() * groups.length)]!;
      this.#once(`join ${chosen.id}`, () =>
        this.#later(5, { name: 'JoinGroup', data: { group: chosen.id } })
      );
    } else if (pen === 'free') {
      this.#once(`pen ${id} ${group}`, async () => {
        await this.#pause(READING + Math.random() * 5);
        // Another of the group was faster.
        if (this.#prompt(id)?.pen === 'free') await this.#send({ name: 'TakePen', data: { prompt: id } });
      });
    } else if (pen === 'mine') {
      this.#once(`notes ${id} ${group}`, () => this.#write(this.#prompt(id)!));
    }
  }

  async #write(prompt: PromptView): Promise<void> {
    const { writing } = this.#mind.pace;
    const notes = this.#mind.notes(prompt).slice(0, prompt.perPerson || undefined);
    await Promise.all(
      notes.map(async (fields) => {
        // Most write soon, some think for long.
        await this.#pause(READING + 1 + Math.random() ** 2 * writing);
        const data = { note: randomUUID(), prompt: prompt.id, fields };
        if (this.#prompt(prompt.id)?.stage === 'open') await this.#send({ name: 'SubmitNote', data });
      })
    );
  }

  async #vote({ id }: PromptView): Promise<void> {
    await this.#pause(READING + Math.random() * (this.#mind.pace.writing / 2));
    const prompt = this.#prompt(id);
    if (prompt?.stage !== 'open') return;
    const ballot = ballotFor(prompt, Math.random);
    await this.#send({ name: 'CastBallot', data: { prompt: id, ballot } });
  }

  /** One thinks a moment before each tap. */
  async #tap({ prompt, question }: QuestionMessage): Promise<void> {
    if (!question) return;
    const { opinions, pace } = this.#mind;
    await this.#later(pace.tapping, answerTo(prompt, question, opinions, Math.random()));
  }

  #prompt(id: string): PromptView | undefined {
    return this.#view?.prompts[id];
  }

  #once(what: string, work: () => Promise<void>): void {
    if (this.#begun.has(what)) return;
    this.#begun.add(what);
    // Leaving ends whatever was thought of.
    work().catch(() => undefined);
  }

  async #later(seconds: number, request: Request): Promise<void> {
    await this.#pause(READING + Math.random() * seconds);
    await this.#send(request);
  }

  async #send(request: Request): Promise<void> {
    const command = { id: randomUUID(), ...request };
    await (this.#socket.timeout(ACK_MS).emitWithAck('command', command) as Promise<Ack>).catch(
      () => undefined
    );
  }

  #pause(seconds: number): Promise<void> {
    return wait(seconds * 1_000, undefined, { signal: this.#leaving.signal, ref: false });
  }
}
