/**
 * Words that must not get out. A project is held through the real server with every promise that a step or an author can make, and
 * whatever is promised holds a word of its own, its canary. Every file is made and searched for all of them: `TABLE` says which may
 * be read where. A new kind of file is one more line in `FILES`.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../../server/app.ts';
import type { Meeting } from '../../server/projects.ts';
import { markdownOf } from '../../src/lib/domain/document/markdown.ts';
import { meetingReport } from '../../src/lib/domain/document/of-meeting.ts';
import { toCsv, csvOf } from '../../src/lib/domain/outputs/csv.ts';
import { toJson } from '../../src/lib/domain/outputs/json.ts';
import { meetingWorkbook, projectWorkbook } from '../../src/lib/domain/outputs/sheets/workbook.ts';
import type { Request } from '../../src/lib/domain/meeting/commands.ts';
import type { ContentNode } from '../../src/lib/domain/documentation/content.ts';
import { MACHINE } from '../../src/lib/domain/meeting/ids.ts';
import type { Actor } from '../../src/lib/domain/meeting/ids.ts';
import type { Review } from '../../server/reviews.ts';
import { load } from '../../src/routes/shared/[token]/+page.server.ts';
import { sheetWordingFor } from '../../src/lib/review/sheet-wording.ts';
import { startLiveServer } from '../fixtures/live-server.ts';
import type { Guest, LiveServer } from '../fixtures/live-server.ts';
import { textsIn } from '../fixtures/texts-in.ts';

/** Where a word may be read. 'leaders': in the project's own file alone, which holds what is planned. */
type Where = 'everywhere' | 'leaders' | 'nowhere';

/** What was said, by whom, and where it may be read. The words are those that `hold` uses. */
const TABLE: Readonly<Record<string, readonly [where: Where, what: string]>> = {
  kornblixt: ['everywhere', 'a card of a step that withholds nothing'],
  Nattviol: ['nowhere', 'the name of who wrote it: cards stand without one'],
  Ljungheden: ['everywhere', 'the organisation of who wrote it'],
  talgoxe: ['everywhere', 'a quote signed with the own name'],
  Blåklint: ['everywhere', 'that name'],
  sidensvans: ['everywhere', 'a quote whose name may not be printed, but the organisation'],
  Smultron: ['nowhere', 'the name of who said it'],
  nattskärra: ['everywhere', 'a quote that is printed without anything'],
  Hjortron: ['nowhere', 'the name of who said that'],
  gråsiska: ['everywhere', 'a quote of somebody else, who does not want to be printed'],
  Odonbär: ['nowhere', 'the name of that somebody'],
  Enbacken: ['nowhere', 'the title of that somebody'],
  järpe: ['everywhere', 'a quote of somebody else who may be printed'],
  Tranbär: ['everywhere', 'the name of that one'],
  orrspel: ['everywhere', 'a note of a step that promises the organisation alone'],
  Mjölkört: ['nowhere', 'the name of who wrote that'],
  ripa: ['everywhere', 'a note of a step without names'],
  Fjällsippa: ['nowhere', 'the name of who wrote it'],
  dalripa: ['nowhere', 'what that note had said before it was changed'],
  lavskrika: ['nowhere', 'a note that was taken back'],
  domherre: ['nowhere', 'a note that a leader hid'],
  bofink: ['nowhere', 'what a leader called the cluster in which only that one lay'],
  steglits: ['nowhere', 'a note that waits to be let through'],
  rödhake: ['nowhere', 'a note of a concealed step that is still open'],
  järnsparv: ['everywhere', 'a note of a concealed step that has been closed'],
  korsnäbb: ['nowhere', 'what a machine called a cluster after a note that was taken back'],
  pärluggla: ['everywhere', 'an answer of a partner who may be quoted'],
  Skogsåsen: ['everywhere', 'the organisation of that partner'],
  slaguggla: ['everywhere', 'an answer of a partner who may be quoted without the organisation'],
  Myrmarken: ['nowhere', 'the organisation of that partner'],
  lappuggla: ['nowhere', 'an answer of a partner who wants it counted alone'],
  Tallmon: ['nowhere', 'the organisation of that one'],
  strandpipare: ['everywhere', 'a quote that was brought in, said by an organisation'],
  Lingonmo: ['everywhere', 'that organisation'],
  ljungpipare: ['everywhere', 'a note that was brought in, of a step that promises the organisation alone'],
  Åkerbärslid: ['everywhere', 'the organisation that this one came from'],
  brushane: ['everywhere', 'a note that was brought in, of a step without names'],
  Kråkrisbo: ['nowhere', 'the organisation that this one came from'],
  fjällpipare: ['everywhere', 'a quote that was brought in, said by nobody who is named'],
  Stenbärsås: ['nowhere', 'the organisation that this one came from'],
  tofsvipa: ['everywhere', 'a quote that was brought in, said by somebody who is named'],
  Rönnbärsvik: ['nowhere', 'the organisation that this one came from: only leaders are told'],
  Hagtornsson: ['everywhere', 'who said that, and has said yes to print'],
  rödbena: ['nowhere', 'a note that was brought in, and that a leader hid'],
  Slånbärsnäs: ['nowhere', 'the organisation that this one came from'],
  storspov: ['nowhere', 'a note that was brought in, and whose import was taken back'],
  Krusbärshult: ['nowhere', 'the organisation that this one came from'],
  myrsnäppa: ['everywhere', 'a note that was brought in, of a step that was made nameless afterwards'],
  Hallonbyn: ['nowhere', 'the organisation that this one came from'],
  kustpipare: ['nowhere', 'a note that was brought in, and erased'],
  Vildapelhed: ['nowhere', 'the organisation that this one came from'],
  hornuggla: ['everywhere', 'what a leader parked'],
  jorduggla: ['nowhere', 'what a leader parked and dropped'],
  fjälluggla: ['nowhere', 'what was parked, before it was put otherwise'],
  berguv: ['everywhere', 'a summary'],
  sparvuggla: ['nowhere', 'the summary before it was written anew'],
  hökuggla: ['everywhere', 'the title of a step'],
  kattuggla: ['nowhere', 'the title of that step before it was put otherwise'],
  tornuggla: ['nowhere', 'the title of a step that was taken away'],
  duvhök: ['leaders', 'the title of a step that is planned'],
  sparvhök: ['nowhere', 'what a leader wrote for herself'],
  ormvråk: ['nowhere', 'the mail address of somebody on the list'],
  Fjällvråk: ['nowhere', 'the name of somebody on the list who never came'],
  kungsörn: ['nowhere', 'the name of who voted'],
  havsörn: ['everywhere', 'what was voted for'],
  glada: ['nowhere', 'the name of somebody in a group'],
  fiskgjuse: ['everywhere', 'what that group wrote']
};

interface File {
  name: string;
  ending: string;
  /** It holds what was found or placed, and not all that may be read. */
  partial?: boolean;
  /** Of all meetings together, or of one. */
  make(reviews: readonly Review[]): Promise<Uint8Array>;
}

const encoded = (text: string) => new TextEncoder().encode(text);
const joined = async (reviews: readonly Review[], one: (review: Review) => string) =>
  encoded(reviews.map(one).join('\n'));

let server: LiveServer;
let app: App;
let meeting: Meeting;
let reviews: Review[];
/** What is nobody's to read in a file: ids of people, codes, keys, tokens. */
const secrets = new Map<string, string>();

const FILES: readonly File[] = [
  {
    name: 'meeting.csv',
    ending: 'csv',
    make: (all) => joined(all, ({ outputs }) => toCsv(outputs, sheetWordingFor(outputs), 'Europe/Stockholm'))
  },
  { name: 'meeting.json', ending: 'txt', make: (all) => joined(all, ({ outputs }) => toJson(outputs)) },
  {
    name: 'meeting.md',
    ending: 'md',
    make: (all) =>
      joined(all, (review) =>
        // Signs that Markdown would read are written with a mark before them.
        markdownOf(meetingReport(review, sheetWordingFor(review.outputs), 0)).replaceAll('\\', '')
      )
  },
  {
    name: 'meeting.html',
    ending: 'html',
    make: ([review]) =>
      app.file({ format: 'html', report: meetingReport(review!, sheetWordingFor(review!.outputs), 0) })
  },
  ...(['pdf', 'docx'] as const).map((format) => ({
    name: `meeting.${format}`,
    ending: format,
    make: ([review]: readonly Review[]) =>
      app.reportFile(format, meetingReport(review!, sheetWordingFor(review!.outputs), 0))
  })),
  {
    name: 'meeting.xlsx',
    ending: 'xlsx',
    make: ([review]) => app.workbook(meetingWorkbook(review!.outputs, sheetWordingFor(review!.outputs)))
  },
  {
    name: 'project.csv',
    ending: 'csv',
    make: async (all) => encoded(csvOf(worded(all), worded(all)[0]!.wording, 'UTC'))
  },
  {
    name: 'project.xlsx',
    ending: 'xlsx',
    make: (all) => app.workbook(projectWorkbook(worded(all), worded(all)[0]!.wording))
  },
  { name: 'project.json', ending: 'txt', make: async () => app.projectFiles.write(await view()) },
  {
    name: 'documentation.html',
    ending: 'html',
    partial: true,
    make: async (all) => app.file({ format: 'html', report: await documentation(all) })
  },
  {
    name: 'documentation.pdf',
    ending: 'pdf',
    partial: true,
    make: async (all) => app.reportFile('pdf', await documentation(all))
  },
  { name: 'the shared page', ending: 'txt', partial: true, make: sharedPage },
  {
    name: 'what is found',
    ending: 'txt',
    partial: true,
    make: async () => {
      const found = await Promise.all(
        Object.keys(TABLE).map(async (word) => app.search.find(await view(), word, 1))
      );
      // What was asked for is no answer.
      return encoded(JSON.stringify(found.map((one) => ('steps' in one ? [one.steps, one.meant] : []))));
    }
  }
];

/** What whoever has a link is sent, and no account. */
async function sharedPage(all: readonly Review[]): Promise<Uint8Array> {
  const { id } = server.leader.user;
  const project = meeting.projectId;
  await app.documentation.replace(project, id, placedAll(all));
  const made = await app.documentationLinks.make(id, project, { label: 'Kanariefågeln', lasting: 'week' });
  const event = {
    params: { token: made?.ok ? made.token : '' },
    locals: { app },
    setHeaders: () => {},
    getClientAddress: () => '10.0.0.1'
  };
  return encoded(JSON.stringify(await load(event as unknown as Parameters<typeof load>[0])));
}

/** All that can be placed of all meetings. */
async function documentation(all: readonly Review[]) {
  return app.documentation.report(await view(), sheetWordingFor, { content: placedAll(all) });
}

function placedAll(all: readonly Review[]): ContentNode {
  const placed = (meeting: string, prompt: string, part: string) => ({
    type: 'output',
    attrs: {
      id: `${meeting}${prompt}${part}`,
      meeting,
      prompt,
      part,
      only: '',
      caption: '',
      hash: '',
      notes: ''
    }
  });
  const content = all.flatMap(({ outputs: { meeting, prompts } }) => [
    placed(meeting.id, '', 'attendance'),
    ...prompts.flatMap(({ id }) =>
      ['all', 'picture', 'list', 'quotes'].map((part) => placed(meeting.id, id, part))
    )
  ]);
  return { type: 'doc', content };
}
/** What only tables of answers are: no file of them holds titles, what was parked, or summaries. */
const ANSWERS_ALONE = new Set(['meeting.csv', 'project.csv']);
const NOT_AN_ANSWER = new Set(['hornuggla', 'berguv']);

function worded(all: readonly Review[]) {
  return all.map(({ outputs }) => ({ outputs, wording: sheetWordingFor(outputs) }));
}

async function view() {
  return (await app.projects.read(server.leader.user.id, meeting.projectId))!;
}

beforeAll(async () => {
  server = await startLiveServer();
  app = server.app;
  meeting = await server.makeMeeting();
  await hold();
  reviews = await app.reviews.ofProject(await view());
}, 120_000);
afterAll(() => server.close());

async function by(actor: Actor, request: Request): Promise<void> {
  const room = (await app.meetings.room(meeting.id))!;
  const outcome = await room.submit({ ...request, id: randomUUID() }, actor);
  expect(outcome, JSON.stringify(request)).toMatchObject({ ok: true });
}

const leader = (): Actor => ({ role: 'leader', id: server.leader.user.id });
const guest = ({ id }: Guest): Actor => ({ role: 'participant', id });
const step = (prompt: string, kind: string, more: object = {}) => ({
  ...{ prompt, kind, title: `Steg ${prompt.slice(7)}` },
  ...more
});

async function ask(prompt: string, kind: string, more: object = {}): Promise<void> {
  await by(leader(), { name: 'AddPrompt', data: step(prompt, kind, more) });
  await by(leader(), { name: 'OpenPrompt', data: { prompt } });
}

let notes = 0;
async function write(
  author: Guest,
  prompt: string,
  fields: Record<string, string>,
  more: object = {}
): Promise<string> {
  const note = `note-kanarie-${++notes}`;
  await by(guest(author), { name: 'SubmitNote', data: { note, prompt, fields, ...more } });
  return note;
}

/** The whole day. */
async function hold(): Promise<void> {
  const user = server.leader.user.id;
  const homework = { from: Date.now() - 60_000, until: Date.now() + 3_600_000 };
  await by(leader(), { name: 'AddPrompt', data: step('prompt-hemma', 'perspective', { homework }) });
  await by(leader(), { name: 'AddPrompt', data: step('prompt-plan', 'sticky-note', { title: 'duvhök' }) });
  await by(leader(), { name: 'AddPrompt', data: step('prompt-bort', 'sticky-note', { title: 'tornuggla' }) });
  await by(leader(), { name: 'RemovePrompt', data: { prompt: 'prompt-bort' } });
  await by(leader(), { name: 'OpenMeeting', data: {} });
  const came = async (name: string, organisation: string) => {
    const one = await server.join(meeting, name, organisation);
    secrets.set(one.id, `the id of ${name}`).set(one.token, `the token of ${name}`);
    return one;
  };
  const anna = await came('Nattviol', 'Ljungheden');

  await ask('prompt-kort', 'role-card', { title: 'kattuggla' });
  await by(leader(), { name: 'EditPrompt', data: { prompt: 'prompt-kort', title: 'hökuggla' } });
  await write(anna, 'prompt-kort', { text: 'kornblixt' });
  const gone = await write(anna, 'prompt-kort', { text: 'lavskrika' });
  const hidden = await write(anna, 'prompt-kort', { text: 'domherre' });
  await by(leader(), {
    name: 'MoveNotes',
    data: { notes: [hidden], cluster: 'cluster-kanarie-1', name: 'bofink' }
  });
  const room = (await app.meetings.room(meeting.id))!;
  const why = { kind: 'alone' } as const;
  const placements = [{ note: gone, cluster: 'cluster-kanarie-2', why }];
  const labels = [{ cluster: 'cluster-kanarie-2', text: 'korsnäbb', from: gone }];
  await room.submit(
    { name: 'PlaceNotes', data: { prompt: 'prompt-kort', placements, labels }, id: randomUUID() },
    MACHINE
  );
  await by(guest(anna), { name: 'WithdrawNote', data: { note: gone } });
  await by(leader(), { name: 'HideNote', data: { note: hidden } });
  await by(leader(), { name: 'ClosePrompt', data: { prompt: 'prompt-kort' } });

  await ask('prompt-citat', 'quote');
  const said = (text: string, speaker: string, printed: string) => ({ text, speaker, printed });
  await write(await came('Blåklint', 'Ljungheden'), 'prompt-citat', said('talgoxe', 'me', 'name'));
  await write(await came('Smultron', 'Ljungheden'), 'prompt-citat', said('sidensvans', 'me', 'organisation'));
  await write(await came('Hjortron', 'Ljungheden'), 'prompt-citat', said('nattskärra', 'me', 'none'));
  const other = { speakerName: 'Odonbär', speakerTitle: 'Enbacken' };
  await write(anna, 'prompt-citat', { ...said('gråsiska', 'other', 'none'), ...other });
  await write(anna, 'prompt-citat', { ...said('järpe', 'other', 'name'), speakerName: 'Tranbär' });

  await ask('prompt-orgs', 'sticky-note', { pledge: 'organisation' });
  await write(await came('Mjölkört', 'Ljungheden'), 'prompt-orgs', { text: 'orrspel' });
  await ask('prompt-tyst', 'sticky-note', { pledge: 'anonymous' });
  const silent = await came('Fjällsippa', 'Ljungheden');
  const changed = await write(silent, 'prompt-tyst', { text: 'dalripa' });
  await by(guest(silent), { name: 'ChangeNote', data: { note: changed, fields: { text: 'ripa' } } });
  await ask('prompt-senare', 'sticky-note');
  const named = { speaker: 'other', speakerName: 'Hagtornsson', printed: 'name' };
  const broughtIn: [prompt: string, organisation: string, fields: Record<string, string>][] = [
    ['prompt-citat', 'Lingonmo', { text: 'strandpipare', speaker: 'organisation' }],
    ['prompt-orgs', 'Åkerbärslid', { text: 'ljungpipare' }],
    ['prompt-tyst', 'Kråkrisbo', { text: 'brushane' }],
    ['prompt-citat', 'Stenbärsås', { text: 'fjällpipare', speaker: 'anonymous' }],
    ['prompt-kort', 'Vildapelhed', { text: 'kustpipare' }],
    ['prompt-citat', 'Rönnbärsvik', { text: 'tofsvipa', ...named }],
    ['prompt-kort', 'Slånbärsnäs', { text: 'rödbena' }],
    ['prompt-kort', 'Krusbärshult', { text: 'storspov' }],
    ['prompt-senare', 'Hallonbyn', { text: 'myrsnäppa' }]
  ];
  for (const [prompt, name, fields] of broughtIn) {
    await app.projects.addOrganisations(user, meeting.projectId, name, 'region');
    const place = (await app.projects.organisationsOf(meeting.projectId)).find((one) => one.name === name)!;
    const note = `note-inlagd-${++notes}`;
    const one = { note, fields, organisation: place.id };
    await by(leader(), { name: 'ImportNotes', data: { prompt, notes: [one] } });
    if (fields.text === 'kustpipare') await by(leader(), { name: 'EraseNote', data: { note } });
    if (fields.text === 'rödbena') await by(leader(), { name: 'HideNote', data: { note } });
    if (fields.text === 'storspov') await by(leader(), { name: 'Undo', data: {} });
    if (fields.text === 'myrsnäppa')
      await by(leader(), { name: 'EditPrompt', data: { prompt, pledge: 'anonymous' } });
    // On no list any more: it is in a file for the note alone.
    await app.projects.removeOrganisation(user, meeting.projectId, place.id);
  }
  await app.participants.changed(meeting.projectId);

  await ask('prompt-prov', 'sticky-note', { moderation: 'before' });
  await write(anna, 'prompt-prov', { text: 'steglits' });
  await ask('prompt-dold', 'sticky-note', { hidden: true });
  await write(anna, 'prompt-dold', { text: 'järnsparv' });

  const choices = [
    { id: 'choice-kanarie-1', text: 'havsörn' },
    { id: 'choice-kanarie-2', text: 'Annat' }
  ];
  const vote = { about: null, choices, votes: 1, stack: false, low: '', high: '' };
  await ask('prompt-rost', 'choice', { vote });
  await by(guest(await came('kungsörn', 'Ljungheden')), {
    name: 'CastBallot',
    data: { prompt: 'prompt-rost', ballot: { 'choice-kanarie-1': 1 } }
  });

  const member = await came('glada', 'Ljungheden');
  await by(leader(), {
    name: 'SplitRoom',
    data: {
      groups: [{ id: 'group-kanarie-1', name: 'Fönstret' }],
      members: { [member.id]: 'group-kanarie-1' }
    }
  });
  await ask('prompt-grupp', 'sticky-note', { perGroup: true });
  await by(guest(member), { name: 'TakePen', data: { prompt: 'prompt-grupp' } });
  await write(member, 'prompt-grupp', { text: 'fiskgjuse' });
  await by(leader(), { name: 'ClosePrompt', data: { prompt: 'prompt-grupp' } });

  const [kept, dropped] = ['thought-kanarie-1', 'thought-kanarie-2'] as const;
  await by(leader(), { name: 'ParkThought', data: { thought: kept, text: 'fjälluggla' } });
  await by(leader(), { name: 'ChangeThought', data: { thought: kept, text: 'hornuggla' } });
  await by(leader(), { name: 'ParkThought', data: { thought: dropped, text: 'jorduggla' } });
  await by(leader(), { name: 'DropThought', data: { thought: dropped } });
  for (const text of ['sparvuggla', 'berguv'])
    await by(leader(), { name: 'WriteSummary', data: { prompt: 'prompt-hemma', about: '', text } });

  for (const [organisation, text, consent] of [
    ['Skogsåsen', 'pärluggla', 'organisation'],
    ['Myrmarken', 'slaguggla', 'anonymous'],
    ['Tallmon', 'lappuggla', 'unquoted']
  ] as const) {
    const made = await app.partnerLinks.make(meeting, 'prompt-hemma', anna.id, {
      organisation,
      kind: 'municipality'
    });
    if (!made.ok) throw new Error(made.reason);
    const { token } = made.link;
    secrets.set(token, `the link of ${organisation}`);
    const answer = { note: `note-kanarie-${++notes}`, fields: { text, role: '8' }, consent };
    expect(await app.partnerLinks.answer(token, answer, '10.0.0.1')).toEqual({ ok: true });
  }
  await ask('prompt-sist', 'sticky-note', { hidden: true });
  await write(anna, 'prompt-sist', { text: 'rödhake' });

  await app.notebook.save(meeting.id, user, { text: 'sparvhök', version: 0 });
  await app.people.add(user, meeting.projectId, 'Fjällvråk;Ljungheden;ormvrak@exempel.se');
  secrets.set('ormvrak@exempel.se', 'a mail address');
  secrets.set(user, 'the id of a leader').set(server.leader.user.email, 'the address of a leader');
  secrets.set(meeting.code, 'the code').set(meeting.wallKey, 'the key of the wall');
}

test.each(FILES.map((file) => [file.name, file] as const))(
  '%s holds what may be read, and nothing else',
  async (name, file) => {
    const texts = await textsIn(await file.make(reviews), file.ending);
    const found = Object.keys(TABLE).filter((word) => texts.includes(word));
    const isOwnFile = name === 'project.json';
    const due = Object.entries(TABLE).flatMap(([word, [where]]) =>
      where === 'everywhere' || (where === 'leaders' && isOwnFile) ? [word] : []
    );
    const wanted = ANSWERS_ALONE.has(name) ? due.filter((word) => !NOT_AN_ANSWER.has(word)) : due;
    expect(found.filter((word) => !due.includes(word)).map((word) => `${word}: ${TABLE[word]![1]}`)).toEqual(
      []
    );
    if (file.partial) expect(found.length).toBeGreaterThan(wanted.length / 2);
    else expect(wanted.filter((word) => !found.includes(word))).toEqual([]);
    const told = [...secrets].filter(([secret]) => texts.includes(secret)).map(([, what]) => what);
    expect(told).toEqual([]);
  }
);

test('in the file of a project no two notes without a name are of one hand that wrote them', async () => {
  const text = new TextDecoder().decode(await app.projectFiles.write(await view()));
  const { meetings, people } = JSON.parse(text) as {
    people: { id: string; name?: string }[];
    meetings: { log: { name: string; data: { author?: string; fields?: { text?: string } } }[] }[];
  };
  const named = people.filter(({ name }) => name).map(({ id }) => id);
  const authors = meetings
    .flatMap(({ log }) => log)
    .filter(({ name, data }) => name === 'NoteSubmitted' && named.includes(data.author ?? ''));
  expect(authors.map(({ data }) => data.fields?.text)).toEqual(['talgoxe']);
});

test('whoever takes the project in reads nothing more', async () => {
  const text = new TextDecoder().decode(await app.projectFiles.write(await view()));
  const taken = await app.projectFiles.take(server.leader.user.id, text, (number) => `Deltagare ${number}`);
  expect(taken).toMatchObject({ ok: true });
  const { meetings } = (await app.projects.read(server.leader.user.id, (taken as { id: string }).id))!;
  const audience = { view: 'leader', id: server.leader.user.id } as const;
  const seen = JSON.stringify(await Promise.all(meetings.map((one) => app.firstView(one, audience))));
  const found = Object.entries(TABLE).filter(([word, [where]]) => where === 'nowhere' && seen.includes(word));
  expect(found.map(([word]) => word)).toEqual([]);
});
