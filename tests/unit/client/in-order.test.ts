/** A leader's commands go out one after the other: what one hand did first is not decided last. */
import { expect, test, vi } from 'vitest';
import { LiveMeeting } from '../../../src/lib/client/meeting.svelte.ts';
import type { Link } from '../../../src/lib/client/connection.ts';
import type { Ack } from '../../../src/lib/protocol/protocol.ts';

test('the next one waits for the answer to the one before, also where that is refused', async () => {
  const sent: { name: string; answer(ack: Ack): void }[] = [];
  const link: Link = {
    ...{ start() {}, stop() {}, again() {}, sort: () => Promise.reject(new Error('not asked')) },
    post: ({ name }) => new Promise((answer) => sent.push({ name, answer }))
  };
  const live = new LiveMeeting({ meeting: 'meeting-1', view: 'leader', connect: () => link });
  live.start();
  const names = () => sent.map(({ name }) => name);
  const first = live.send({ name: 'OpenMeeting', data: {} });
  const second = live.send({ name: 'FinishMeeting', data: {} });
  await vi.waitFor(() => expect(names()).toEqual(['OpenMeeting']));
  expect(live.unanswered).toBe(2);
  sent[0]!.answer({ ok: false, code: 'not-allowed', message: 'Nej.' });
  expect(await first).toMatchObject({ ok: false });
  await vi.waitFor(() => expect(names()).toEqual(['OpenMeeting', 'FinishMeeting']));
  sent[1]!.answer({ ok: true, seq: 2 });
  expect(await second).toEqual({ ok: true, seq: 2 });
  expect(live.unanswered).toBe(0);
  live.stop();
});
