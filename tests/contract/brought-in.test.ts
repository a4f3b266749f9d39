/** Notes that are brought in with the organisation that each came from: the door, who is told, and what becomes of it afterwards. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { takeCommand } from '../../server/command-door.ts';
import type { Meeting } from '../../server/projects.ts';
import type { ProjectFile } from '../../src/lib/domain/project-file/file.ts';
import { choicesIn, filtered } from '../../src/lib/domain/outputs/filtered.ts';
import { startLiveServer } from '../fixtures/live-server.ts';
import type { LiveServer } from '../fixtures/live-server.ts';

let server: LiveServer;
let meeting: Meeting;
/** The ids of the project's organisations. */
let tallmo: string;
let alby: string;

beforeAll(async () => {
  server = await startLiveServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  meeting = await server.makeMeeting();
  await projects().addOrganisations(user(), meeting.projectId, 'Region Tallmo\nÅlby kommun', 'region');
  [tallmo, alby] = (await list()).map(({ id }) => id) as [string, string];
  await send('AddPrompt', { prompt: 'prompt-inlagd', kind: 'sticky-note', title: 'Vad är viktigast?' });
  await send('OpenPrompt', { prompt: 'prompt-inlagd' });
});

const projects = () => server.app.projects;
const user = () => server.leader.user.id;
const list = () => projects().organisationsOf(meeting.projectId);
const whole = async () => (await projects().read(user(), meeting.projectId))!;

function send(name: string, data: object) {
  const [cookieName, cookie] = server.leader.cookie.split('=') as [string, string];
  const credentials = { cookie: (one: string) => (one === cookieName ? cookie : undefined) };
  const sender = { meeting: meeting.id, view: 'leader', credentials, language: 'sv' } as const;
  return takeCommand(server.app, sender, { id: randomUUID(), name, data });
}

function bring(...notes: [note: string, text: string, organisation?: string][]) {
  return send('ImportNotes', {
    prompt: 'prompt-inlagd',
    notes: notes.map(([note, text, organisation]) => ({
      ...{ note, fields: { text } },
      ...(organisation ? { organisation } : {})
    }))
  });
}

async function told(): Promise<Record<string, string | undefined>> {
  const [review] = await server.app.reviews.ofProject(await whole());
  const notes = review!.outputs.prompts.flatMap((prompt) => prompt.notes);
  return Object.fromEntries(notes.map(({ text, organisation }) => [text, organisation]));
}

test('they are read, and sought, by the organisation that they came from', async () => {
  expect(
    await bring(['note-inlagd-1', 'Lugn', tallmo], ['note-inlagd-2', 'Tid', alby], ['note-inlagd-3', 'Mod'])
  ).toMatchObject({ ok: true });
  expect(await told()).toEqual({ Lugn: 'Region Tallmo', Tid: 'Ålby kommun', Mod: undefined });
  const [review] = await server.app.reviews.ofProject(await whole());
  expect(choicesIn(review!.outputs).organisations).toEqual(['Region Tallmo', 'Ålby kommun']);
  const [part] = filtered(review!.outputs, { organisation: 'Ålby kommun' }).prompts;
  expect(part!.notes.map(({ text }) => text)).toEqual(['Tid']);
});

test('one that the project does not have, or has no more, is refused, and nothing comes in', async () => {
  await projects().removeOrganisation(user(), meeting.projectId, alby);
  for (const unknown of [randomUUID(), alby])
    expect(await bring(['note-inlagd-1', 'Lugn', tallmo], ['note-inlagd-2', 'Tid', unknown])).toMatchObject({
      ok: false,
      code: 'organisation-unknown',
      message: expect.stringContaining('En organisation har tagits bort ur projektet.') as string
    });
  expect(await told()).toEqual({});
});

test('another name is read under what has come in; taken out of the project it stays there', async () => {
  await bring(['note-inlagd-1', 'Lugn', tallmo]);
  expect(await told()).toEqual({ Lugn: 'Region Tallmo' });
  await projects().updateOrganisation(user(), meeting.projectId, tallmo, {
    name: 'Region Granmo',
    kind: 'region'
  });
  await server.app.participants.changed(meeting.projectId);
  expect(await told()).toEqual({ Lugn: 'Region Granmo' });
  await projects().removeOrganisation(user(), meeting.projectId, tallmo);
  await projects().removeOrganisation(user(), meeting.projectId, alby);
  await server.app.participants.changed(meeting.projectId);
  expect(await list()).toMatchObject([{ name: 'Region Granmo', removed: true }]);
  expect(await told()).toEqual({ Lugn: 'Region Granmo' });
});

test('a project’s file holds it, and comes in as the same', async () => {
  await bring(['note-inlagd-1', 'Lugn', alby], ['note-inlagd-2', 'Mod']);
  await projects().removeOrganisation(user(), meeting.projectId, tallmo);
  await server.app.participants.changed(meeting.projectId);
  const fileOf = async () => new TextDecoder().decode(await server.app.projectFiles.write(await whole()));
  const first = await fileOf();
  const { meetings } = JSON.parse(first) as ProjectFile;
  expect(meetings.flatMap(({ log }) => log).find(({ name }) => name === 'NotesImported')?.data).toMatchObject(
    {
      notes: [{ note: 'note-inlagd-1', organisation: 'organisation-1' }, { note: 'note-inlagd-2' }]
    }
  );
  const taken = await server.app.projectFiles.take(user(), first, (number) => `Deltagare ${number}`);
  const { id } = taken as { id: string };
  meeting = (await projects().read(user(), id))!.meetings[0]!;
  expect(await fileOf()).toBe(first);
  expect(await told()).toEqual({ Lugn: 'Ålby kommun', Mod: undefined });
  const { length } = (await whole()).meetings;
  expect(await server.app.projectFiles.cameIn(await whole())).toEqual({
    ...{ meetings: length, answers: 2, organisations: 1, people: 0 }
  });
  const foreign = first.replace('"organisation":"organisation-1"', '"organisation":"organisation-9"');
  expect(await server.app.projectFiles.read(foreign)).toMatchObject({
    fault: { code: 'reference-unknown', meeting: 1 }
  });
});
