/** One burst: everybody submits one note within two seconds; how long until the ack, and until the last one has heard. */
import { setTimeout as wait } from 'node:timers/promises';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { PROTOCOL_VERSION } from '../../src/lib/protocol/protocol.ts';
import type { Ack, EventsMessage } from '../../src/lib/protocol/protocol.ts';
import type { Prepared } from '../fixtures/prepared.ts';
import { newId } from '../fixtures/ids.ts';

export interface Burst {
  /** Milliseconds, one per note. */
  acks: number[];
  lasts: number[];
}

const WINDOW_MS = 2_000;

/** Connects everybody; resolves when each has had a first message. The relay sends none. */
export async function connectAll(
  origin: string,
  { meeting, guests }: Pick<Prepared, 'meeting' | 'guests'>,
  speaks: boolean
): Promise<Socket[]> {
  return Promise.all(
    guests.map(
      ({ cookie }) =>
        new Promise<Socket>((resolve, reject) => {
          const socket = io(origin, {
            forceNew: true,
            transports: ['websocket'],
            extraHeaders: { origin, cookie },
            auth: { meeting: meeting.id, view: 'participant', protocol: PROTOCOL_VERSION }
          });
          socket.once(speaks ? 'state' : 'connect', () => resolve(socket));
          socket.once('connect_error', reject);
        })
    )
  );
}

export async function burst(sockets: readonly Socket[]): Promise<Burst> {
  const heard = new Map<number, { count: number; at: number }>();
  const hear = ({ events }: EventsMessage) => {
    const at = performance.now();
    for (const { seq } of events) heard.set(seq, { count: (heard.get(seq)?.count ?? 0) + 1, at });
  };
  for (const socket of sockets) socket.on('events', hear);
  const sent = await Promise.all(
    sockets.map(async (socket, index) => {
      // Spread evenly with a shove, so that some meet.
      await wait((index / sockets.length) * WINDOW_MS * 0.9 + Math.random() * WINDOW_MS * 0.1);
      const data = { note: newId(), prompt: 'prompt-1', fields: { text: `Roll nummer ${index}` } };
      const at = performance.now();
      const ack = (await socket.emitWithAck('command', { id: newId(), name: 'SubmitNote', data })) as Ack;
      if (!ack.ok) throw new Error(ack.code);
      return { at, seq: ack.seq, ack: performance.now() - at };
    })
  );
  while (!sent.every(({ seq }) => heard.get(seq)?.count === sockets.length)) await wait(5);
  for (const socket of sockets) socket.off('events', hear);
  return {
    acks: sent.map(({ ack }) => ack),
    lasts: sent.map(({ seq, at }) => heard.get(seq)!.at - at)
  };
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
