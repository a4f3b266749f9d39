/** The people of `npm run bench -- loop`: phones that write and answer, a leader's console, a projector. */
import { setTimeout as wait } from 'node:timers/promises';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { Suggestion } from '../../src/lib/domain/clustering/placer.ts';
import type { Request } from '../../src/lib/domain/meeting/commands.ts';
import { PROTOCOL_VERSION } from '../../src/lib/protocol/protocol.ts';
import type {
  Ack,
  EventsMessage,
  QuestionMessage,
  StateMessage,
  SuggestionsMessage,
  View
} from '../../src/lib/protocol/protocol.ts';
import { newId } from '../fixtures/ids.ts';
import type { Chance } from '../fixtures/random.ts';

export interface Door {
  origin: string;
  meeting: { id: string; wallKey: string };
}

/** Connects; resolves when it has had its first message, with the milliseconds that took. */
export async function enter(
  { origin, meeting }: Door,
  view: View,
  cookie = ''
): Promise<{ socket: Socket; state: StateMessage; took: number }> {
  const began = performance.now();
  const socket = io(origin, {
    forceNew: true,
    transports: ['websocket'],
    extraHeaders: { origin, cookie },
    auth: {
      meeting: meeting.id,
      view,
      protocol: PROTOCOL_VERSION,
      ...(view === 'wall' ? { key: meeting.wallKey } : {})
    }
  });
  const state = await new Promise<StateMessage>((resolve, reject) => {
    socket.once('state', resolve);
    socket.once('connect_error', reject);
    socket.once('reload', ({ reason }: { reason: string }) => reject(new Error(reason)));
  });
  return { socket, state, took: performance.now() - began };
}

/** Sends until it is taken. False where the meeting says no. */
export async function send(socket: Socket, request: Request): Promise<boolean> {
  for (const id = newId(); ;) {
    const ack = (await socket.emitWithAck('command', { ...request, id })) as Ack;
    if (ack.ok) return true;
    if (ack.code !== 'too-fast') return false;
    await wait(100);
  }
}

/** Milliseconds from the moment a card is sent until somebody is told where it lies. */
export class Stopwatch {
  readonly #sent = new Map<string, number>();
  times: number[] = [];

  sends(note: string): void {
    this.#sent.set(note, performance.now());
  }

  /** Told to a leader or a projector: those see where it lies. */
  watch(socket: Socket): () => void {
    const hear = ({ events }: EventsMessage) => {
      for (const { data } of events) {
        for (const [id, note] of Object.entries(data.notes ?? {})) {
          const began = note?.cluster === undefined ? undefined : this.#sent.get(id);
          if (began === undefined) continue;
          this.#sent.delete(id);
          this.times.push(performance.now() - began);
        }
      }
    };
    socket.on('events', hear);
    return () => socket.off('events', hear);
  }

  get open(): number {
    return this.#sent.size;
  }

  taken(): number[] {
    const { times } = this;
    this.times = [];
    return times;
  }
}

/** One card after the other, from the phones in turn, for so many seconds; five a second, as in a room that writes. */
export async function write(
  phones: readonly Socket[],
  prompt: string,
  texts: Iterator<string>,
  seconds: number,
  watch?: Stopwatch
): Promise<void> {
  const until = performance.now() + seconds * 1_000;
  for (let turn = 0; performance.now() < until; turn++) {
    const note = newId();
    watch?.sends(note);
    const fields = { text: texts.next().value as string };
    void send(phones[turn % phones.length]!, { name: 'SubmitNote', data: { note, prompt, fields } });
    await wait(200);
  }
}

/** All of these as fast as the phones may. */
export async function fill(
  phones: readonly Socket[],
  prompt: string,
  texts: Iterator<string>,
  count: number
): Promise<void> {
  let left = count;
  await Promise.all(
    phones.map(async (phone) => {
      while (left-- > 0) {
        const fields = { text: texts.next().value as string };
        await send(phone, { name: 'SubmitNote', data: { note: newId(), prompt, fields } });
      }
    })
  );
}

/** A leader who does what is suggested, and takes cards out again, twice a second. Counts what was done. */
export async function lead(console_: Socket, suggested: () => readonly Suggestion[], seconds: number) {
  const until = performance.now() + seconds * 1_000;
  const done = { merged: 0, moved: 0, undone: 0 };
  for (let turn = 0; performance.now() < until; turn++) {
    const list = suggested();
    const merge = list.find((one) => one.kind === 'merge');
    const split = list.find((one) => one.kind === 'split');
    if (turn % 5 === 4) {
      if (await send(console_, { name: 'Undo', data: {} })) done.undone++;
    } else if (split && turn % 2) {
      const data = { notes: split.notes, cluster: newId() };
      if (await send(console_, { name: 'MoveNotes', data })) done.moved++;
    } else if (merge) {
      const { cluster, into } = merge;
      if (await send(console_, { name: 'MergeClusters', data: { cluster, into } })) done.merged++;
    }
    await wait(500);
  }
  return done;
}

/** Hears what is suggested, and how often that changes. */
export class Ear {
  list: readonly Suggestion[] = [];
  told = 0;

  constructor(socket: Socket) {
    socket.on('suggestions', ({ list }: SuggestionsMessage) => {
      this.list = list;
      this.told++;
    });
  }
}

/** A phone whose owner answers whatever is asked, every second or so. Counts the answers. */
export class Answering {
  given = 0;
  #stopped = false;

  constructor(phone: Socket, chance: Chance) {
    phone.on('question', ({ prompt, question }: QuestionMessage) => {
      if (!question || question.kind === 'theme' || this.#stopped) return;
      const [cluster, other] =
        question.kind === 'pair'
          ? [question.cluster.cluster, question.other.cluster]
          : [question.cluster, chance.percent(75) ? question.likely[0]?.cluster : undefined];
      const says = other === undefined ? 'own' : chance.percent(80) ? 'same' : 'apart';
      const data = { prompt, cluster, ...(other === undefined ? {} : { other }), says } as const;
      setTimeout(
        () => {
          if (this.#stopped) return;
          void send(phone, { name: 'GiveAnswer', data }).then((taken) => (this.given += Number(taken)));
        },
        500 + chance.int(1_000)
      );
    });
  }

  stop(): void {
    this.#stopped = true;
  }
}
