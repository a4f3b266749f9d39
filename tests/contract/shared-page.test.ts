/** What a shared page is made of: what reviewers may read, and nothing that they may not. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Request } from '../../src/lib/domain/meeting/commands.ts';
import { load } from '../../src/routes/shared/[token]/+page.server.ts';
import { newId } from '../../server/secrets.ts';
import { ask } from '../fixtures/nodes.ts';
import { startLiveServer } from '../fixtures/live-server.ts';
import type { LiveServer } from '../fixtures/live-server.ts';

let server: LiveServer;
beforeAll(async () => {
  server = await startLiveServer();
}, 60_000);
afterAll(() => server.close());

/** As Kit asks for it. */
async function read(token: string) {
  const headers: Record<string, string> = {};
  const event = {
    params: { token },
    locals: { app: server.app },
    setHeaders: (more: Record<string, string>) => Object.assign(headers, more),
    getClientAddress: () => '10.0.0.1'
  };
  const data = await load(event as unknown as Parameters<typeof load>[0]);
  return { text: JSON.stringify(data), headers };
}

test('names that were withheld, hidden notes and ids are not in it', async () => {
  const meeting = await server.makeMeeting();
  const room = (await server.app.meetings.room(meeting.id))!;
  const leader = { role: 'leader', id: server.leader.user.id } as const;
  const lead = async (request: Request) =>
    expect(await ask(room, leader, request)).toMatchObject({ ok: true });
  await lead({ name: 'OpenMeeting', data: {} });
  const anna = await server.join(meeting, 'Anna KANARIE', 'Region FÅGELBO');
  const by = { role: 'participant', id: anna.id } as const;
  const steps = [
    ['prompt-named', 'role-card', 'named', 'Samordnare'],
    ['prompt-nameless', 'role-card', 'anonymous', 'Dörröppnare'],
    ['prompt-quote', 'quote', 'anonymous', 'Ingen har bett oss'],
    ['prompt-hidden', 'sticky-note', 'named', 'DOLD lapp']
  ] as const;
  for (const [prompt, kind, pledge, text] of steps) {
    await lead({ name: 'AddPrompt', data: { prompt, kind, title: kind, pledge } });
    await lead({ name: 'OpenPrompt', data: { prompt } });
    const note = `note-${prompt}`;
    const fields: Record<string, string> =
      kind === 'quote' ? { text, speaker: 'me', printed: 'name' } : { text };
    expect(await ask(room, by, { name: 'SubmitNote', data: { note, prompt, fields } })).toMatchObject({
      ok: true
    });
    if (prompt === 'prompt-hidden') await lead({ name: 'HideNote', data: { note } });
    await lead({ name: 'ClosePrompt', data: { prompt } });
  }
  const { documentationLinks } = server.app;
  const made = await documentationLinks.make(server.leader.user.id, meeting.projectId, {
    label: 'Pressen',
    lasting: 'week'
  });
  const { text, headers } = await read(made?.ok ? made.token : '');
  expect(headers).toEqual({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow'
  });
  for (const shown of ['Samordnare', 'Dörröppnare', 'Ingen har bett oss']) expect(text).toContain(shown);
  expect(text).not.toMatch(/KANARIE|DOLD|Pressen|data-notes/);
  expect(text).not.toContain(anna.id);
  await expect(read(newId())).rejects.toMatchObject({ status: 404 });
});
