/** The demo's project on a server of the test's own: a full room without typing it in. */
import { expect } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { randomUUID } from 'node:crypto';
import type { Ack, StateMessage } from '../../src/lib/protocol/protocol.ts';
import { PROTOCOL_VERSION } from '../../src/lib/protocol/protocol.ts';
import { kindOf } from '../../src/lib/domain/kinds/registry.ts';
import type { MeetingView } from '../../src/lib/domain/meeting/view.ts';
import type { FileEvent, ProjectFile } from '../../src/lib/domain/project-file/file.ts';
import { openDesk } from './people.ts';
import { TestServer } from './server.ts';

export const DEMO_KEY = 'a-key-for-tests';

export interface Demo {
  server: TestServer;
  project: string;
  /** Another, between two meetings. */
  halfway: string;
  meeting: string;
  code: string;
  wallKey: string;
  cookie: string;
  tokens: string[];
}

/** `root`: where it was built, if not here. */
export async function startDemo(root?: string): Promise<Demo> {
  const server = await TestServer.start({ DEMO_KEY }, root);
  const answer = await fetch(`${server.origin}/demo/${DEMO_KEY}/crowd?people=45`);
  return { server, ...((await answer.json()) as Omit<Demo, 'server'>) };
}

/** A participant without a browser, and the view that was sent first. */
export interface Guest {
  socket: Socket;
  view: MeetingView;
}

/** A desk where the demo's leader is signed in. */
export async function demoLeader(browser: Browser, { server }: Demo): Promise<Page> {
  const page = await openDesk(browser, server.origin);
  await page.goto(`/demo/${DEMO_KEY}?next=/projects`);
  return page;
}

/** Waits until the machine has laid all cards of the demo's meetings: what is read or taken home is the same from then on. */
export async function clustered(page: Page, { server, project }: Demo): Promise<void> {
  await expect
    .poll(
      async () => {
        const answer = await page.request.get(`${server.origin}/projects/${project}/export/json`);
        const { meetings } = (await answer.json()) as ProjectFile;
        return meetings.reduce((sum, { log }) => sum + looseIn(log), 0);
      },
      { message: 'cards that lie nowhere', timeout: 60_000 }
    )
    .toBe(0);
}

function looseIn(log: readonly FileEvent[]): number {
  const withClusters = new Set<string>();
  const loose = new Set<string>();
  for (const { name, data } of log) {
    if (name === 'PromptAdded' && kindOf(data.kind)?.clusters) withClusters.add(data.prompt);
    if (name === 'NoteSubmitted' && withClusters.has(data.prompt)) loose.add(data.note);
    if (name === 'NotesPlaced') for (const { note } of data.placements) loose.delete(note);
  }
  return loose.size;
}

/** Participants who have joined over the real protocol. Their sockets are to be closed. */
export async function bringCrowd(demo: Demo, people: number): Promise<Guest[]> {
  return Promise.all(
    demo.tokens.slice(0, people).map(async (token) => {
      const cookie = `${demo.cookie}=${token}`;
      await fetch(`${demo.server.origin}/api/join`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ code: demo.code })
      });
      const socket = io(demo.server.origin, {
        forceNew: true,
        transports: ['websocket'],
        extraHeaders: { origin: demo.server.origin, cookie },
        auth: { meeting: demo.meeting, view: 'participant', protocol: PROTOCOL_VERSION }
      });
      const view = await new Promise<MeetingView>((resolve) =>
        socket.once('state', ({ state }: StateMessage) => resolve(state))
      );
      return { socket, view };
    })
  );
}

/** Each of them answers the open question. */
export async function crowdWrites(crowd: readonly Guest[], texts: readonly string[]): Promise<Ack[]> {
  return Promise.all(
    crowd.map(async ({ socket, view }, index) => {
      const prompt = view.agenda.find((id) => view.prompts[id]?.stage === 'open');
      const fields = { text: texts[index % texts.length] };
      const data = { note: randomUUID(), prompt, fields };
      return (await socket.emitWithAck('command', { id: randomUUID(), name: 'SubmitNote', data })) as Ack;
    })
  );
}
