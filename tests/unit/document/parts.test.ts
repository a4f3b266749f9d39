/** What a step is told in: all of it, or a part that an editor has placed. */
import { describe, expect, test } from 'vitest';
import type { Block, Figure, Quote, Run, Table } from '../../../src/lib/domain/document/document.ts';
import { attendanceSeen, meetingReport } from '../../../src/lib/domain/document/of-meeting.ts';
import { partsOf, seenNow, stepBlocks } from '../../../src/lib/domain/document/of-step.ts';
import type { Part } from '../../../src/lib/domain/documentation/source.ts';
import type { PromptOutput } from '../../../src/lib/domain/outputs/outputs.ts';
import { BERIT, LEADER, Log, MANS } from '../meeting/log.ts';
import { gatheredMeeting, meetingWith, PROMPT, review, themedMeeting, WORDING } from '../outputs/meeting.ts';
import { laid, reviewed } from './reviewed.ts';

const only = (log: Log): PromptOutput => review(log).prompts[0]!;
const blocks = (prompt: PromptOutput, part: Part = 'all', notes: readonly string[] = []) =>
  stepBlocks(prompt, laid(prompt.words), part, notes, WORDING, 'meeting-1');
const kindsOf = (all: readonly Block[]) => all.map(({ kind }) => kind);

/** What a block says, without how. */
function said(block: Block): string {
  const line = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');
  switch (block.kind) {
    case 'heading':
      return line(block.text);
    case 'paragraph':
      return line(block.runs);
    case 'list':
      return block.items.map((item) => item.map(said).join(' > ')).join(' | ');
    case 'quote':
      return `“${block.text}” ${block.speaker}`;
    case 'table':
      return block.rows.map((row) => row.map(({ runs }) => line(runs)).join(' | ')).join('\n');
    case 'columns':
      return block.columns.map((column) => column.map(said).join(': ')).join(' || ');
    default:
      return block.kind;
  }
}

function runsIn(all: readonly Block[]): Run[] {
  return all.flatMap((block): readonly Run[] => {
    if (block.kind === 'paragraph') return block.runs;
    if (block.kind === 'heading') return block.text;
    if (block.kind === 'list') return block.items.flatMap(runsIn);
    if (block.kind === 'columns') return block.columns.flatMap(runsIn);
    if (block.kind === 'table') return block.rows.flat().flatMap(({ runs }) => runs);
    return [];
  });
}

describe('a wall', () => {
  const prompt = only(gatheredMeeting());

  test('is a picture whose words lead back to their cards, and a list of its words', () => {
    const [, figure, list] = blocks(prompt) as [Block, Figure, Block];
    expect(figure).toMatchObject({
      kind: 'figure',
      spread: true,
      alt: 'Ordvägg, 2 ord: Samordnare (3), Nav (1)'
    });
    const set = figure.scene.texts.find(({ lines }) => lines[0]!.text === 'Samordnare')!;
    expect(figure.origins![set.id!]).toEqual({
      meeting: 'meeting-1',
      prompt: PROMPT,
      notes: ['note-0001', 'note-0002', 'note-0003']
    });
    expect(said(list)).toBe('Samordnare (3): Koordinator | Nav (1)');
    expect(runsIn([list])[0]!.origin!.notes).toEqual(['note-0001', 'note-0002', 'note-0003']);
  });

  test('tells how its counts are to be read, where it shows any, and how many words had no room', () => {
    const caption = (counts: boolean, words = prompt.words) => {
      const picture = laid(words);
      const set = picture.layout.words.map(({ count, ...word }) =>
        counts && count ? { ...word, count } : word
      );
      const drawn = { ...picture, layout: { ...picture.layout, words: set } };
      return (stepBlocks(prompt, drawn, 'picture', [], WORDING, 'meeting-1')[0] as Figure).caption;
    };
    expect(caption(true)).toBe('Siffran säger hur många.');
    expect(caption(false)).toBe('4 svar');
    expect(caption(false, prompt.words.slice(0, 1))).toBe('1 till i listan.');
  });

  test('of some cards alone is the list of their words: a picture cannot be that of some', () => {
    const some = blocks(prompt, 'all', ['note-0001', 'note-0004']);
    expect(kindsOf(some)).toEqual(['list']);
    expect(said(some[0]!)).toBe('Samordnare (1): Koordinator | Nav (1)');
    expect(kindsOf(blocks(prompt, 'picture', ['note-0004']))).toEqual(['figure']);
  });

  test('that has not been laid, or on which nothing stands, is a list', () => {
    const empty = { ...laid([]), words: [] };
    expect(kindsOf(stepBlocks(prompt, undefined, 'all', [], WORDING, 'meeting-1'))).toEqual([
      'paragraph',
      'list'
    ]);
    expect(kindsOf(stepBlocks(prompt, empty, 'all', [], WORDING, 'meeting-1'))).toEqual([
      'paragraph',
      'list'
    ]);
  });

  test('has the reasons of its cards as quotes', () => {
    const log = meetingWith('role-card', [
      { text: 'Nav', explanation: 'Alla vägar möts.' },
      { by: MANS, text: 'Nav' }
    ]);
    expect(partsOf(only(log))).toEqual(['all', 'picture', 'list', 'quotes']);
    expect(blocks(only(log), 'quotes').map(said)).toEqual(['“Alla vägar möts.” Region Älvmark']);
    expect(partsOf(prompt)).toEqual(['all', 'picture', 'list']);
  });
});

test('quotes have their speakers, and each leads back to its note', () => {
  const prompt = only(meetingWith('quote', [{ text: 'Bete er.', speaker: 'me' }]));
  expect(partsOf(prompt)).toEqual(['all', 'quotes']);
  const [quote] = blocks(prompt, 'quotes') as Quote[];
  expect(quote).toEqual({
    ...{ kind: 'quote', text: 'Bete er.', speaker: 'Berit, Region Älvmark' },
    origin: { meeting: 'meeting-1', prompt: PROMPT, notes: ['note-0001'] }
  });
});

describe('sticky notes', () => {
  test('stand under their themes, small ones beside each other', () => {
    const [, columns] = blocks(only(themedMeeting()));
    expect(said(columns!)).toBe(
      'Mötas *oftare* (2): Frukost. (Region Älvmark) | Bjud in. (Region Älvmark) || Kartor (1): En karta.'
    );
  });

  test('of one theme are those that an editor chose', () => {
    const prompt = only(themedMeeting());
    const [columns, ...more] = blocks(prompt, 'all', prompt.themes[1]!.notes);
    expect([said(columns!), more]).toEqual(['Kartor (1): En karta.', []]);
  });

  test('can be placed as quotes', () => {
    expect(blocks(only(themedMeeting()), 'quotes', ['note-0004', 'note-0001']).map(said)).toEqual([
      '“Frukost.” Region Älvmark',
      '“En karta.” Deltagare'
    ]);
  });

  test('of a large theme, and those in none, go over the whole page', () => {
    const { outputs } = reviewed(60);
    const prompt = outputs.prompts.find(({ kind }) => kind === 'sticky-note')!;
    expect(kindsOf(blocks(prompt, 'list'))).toEqual(['heading', 'list', 'heading', 'list', 'columns']);
  });
});

test('groups that answered have their names above what they said', () => {
  const prompt = only(meetingWith('sticky-note', [{ text: 'Ett.' }, { by: MANS, text: 'Två.' }]));
  const grouped = {
    ...prompt,
    notes: prompt.notes.map((note, at) => ({
      ...note,
      group: at === 0 ? 'Björken' : undefined,
      organisation: undefined
    })),
    groups: [
      { name: 'Björken', notes: ['note-0001'] },
      { name: '', notes: ['note-0002'] }
    ]
  };
  expect(blocks(grouped, 'list').map(said)).toEqual(['Björken (1)', 'Ett.', 'Utan smågrupp (1)', 'Två.']);
});

test('a timeline is drawn, and stands in a table in which years that cannot be read come last', () => {
  const prompt = only(
    meetingWith('milestone', [
      { years: '1995', text: 'EU', explanation: 'Allt blev annorlunda.' },
      { by: MANS, years: '1850–1930', text: 'Amerika' }
    ])
  );
  const odd = {
    ...prompt,
    notes: [{ id: 'note-odd', text: 'Förr', fields: { text: 'Förr', years: 'förr' }, at: 0 }, ...prompt.notes]
  };
  const [figure, table] = blocks(odd).slice(1) as [Figure, Table];
  expect(figure.alt).toBe('Tidslinje, 2 händelser, 1850–1995');
  expect(figure.origins!['note-0001']!.notes).toEqual(['note-0001']);
  expect(said(table)).toBe(
    '1850–1930 | Amerika |  | \n1995 | EU | Allt blev annorlunda. | Region Älvmark\nförr | Förr |  | '
  );
});

test('perspectives: one picture, and for each kind of actor its summary, what was said, and how large a role', () => {
  const log = meetingWith('perspective', [
    { actorKind: 'municipality', actor: 'Tallnäs', text: 'Ta ledningen!', role: '9' },
    { by: MANS, actorKind: 'municipality', text: 'Gärna ni.', role: '6' }
  ]);
  const unquoted = { actorKind: 'county-board', text: 'Hemligt', role: '1' };
  log.do(MANS, {
    name: 'SubmitNote',
    data: { note: 'note-hidden', prompt: PROMPT, fields: unquoted, unquoted: true }
  });
  log.do(LEADER, { name: 'WriteSummary', data: { prompt: PROMPT, about: 'municipality', text: 'De vill.' } });
  const all = blocks(only(log));
  expect(all.map(said)).toEqual([
    '2 svar',
    '1 räknas utan att citeras.',
    'figure',
    'Flera county-board (1 röster)',
    'Flera municipality (2 röster)',
    'De vill.',
    '“Gärna ni.” 6 av 10',
    '“Ta ledningen!” Tallnäs, 9 av 10'
  ]);
  expect(JSON.stringify(all)).not.toContain('Hemligt');
  expect((all[2] as Figure).alt).toBe('Andras syn: Flera county-board 1, Flera municipality 7.5');
});

test('actors: what nobody could tell is a gap, what holds for several is strong', () => {
  const prompt = only(
    meetingWith('actor', [
      { text: 'Länsstyrelsen', actorKind: 'county-board', role: 'Tillsyn', interface: 'Nätverket' },
      { by: MANS, text: 'Tallnäs', actorKind: 'municipality', role: 'Tillsyn' }
    ])
  );
  const [figure, table, below] = blocks(prompt).slice(1) as [Figure, Table, Block];
  expect(figure).toMatchObject({ alt: 'Karta, 2 aktörer', caption: 'Linje: där möts vi.' });
  expect(said(table)).toBe(
    'Länsstyrelsen\nEn county-board | Tillsyn | Vet inte | Nätverket\nTallnäs\nEn municipality | Tillsyn | Vet inte | Vet inte'
  );
  expect(table.rows[0]![1]!.runs[0]!.bold).toBe(true);
  expect(said(below)).toBe('flera 3 luckor.');
});

test('cases stand in columns, three at most beside each other', () => {
  const { outputs } = reviewed(4);
  const all = blocks(
    outputs.prompts.find(({ kind }) => kind === 'case')!,
    'list'
  );
  expect(all.map((block) => block.kind === 'columns' && block.columns.length)).toEqual([2, 2]);
  expect(said(all[0]!)).toMatch(/^Så gör vi i Älvmark: Region Älvmark: Ingen har sagt nej\..*: Vi väntar/);
});

test('definitions and commitments say all that was written', () => {
  const defined = only(
    meetingWith('role-definition', [
      { text: 'Nav', meaning: 'alla möts', examples: 'Möten\nBrev', activities: 'Bjud in\nSkriv' }
    ])
  );
  expect(said(blocks(defined, 'list')[0]!)).toBe(
    'Nav\nInnebär alla möts (Region Älvmark): Exempel: Möten; Brev: Det gör vi:: Bjud in | Skriv'
  );
  const { outputs } = reviewed(2);
  const promised = outputs.prompts.find(({ kind }) => kind === 'commitment')!;
  expect(said(blocks(promised, 'list')[0]!)).toBe(
    '2027-03-01 | Ingen har sagt nej. Men ingen har heller sagt ja. | Berit, Region Älvmark | öppet\n' +
      'Ingen dag | Vi väntar på varandra. | Berit | öppet'
  );
});

test('votes: bars and a table; asked again, how it moved', () => {
  const report = meetingReport(reviewed(3), WORDING, 0);
  const from = report.blocks.findIndex((block) => said(block) === '13. Vad först? (prompt-after)');
  expect(report.blocks.slice(from + 1, from + 7).map(said)).toEqual([
    '0 svar',
    '2 röstade.',
    'figure',
    'Vi väntar på varandra. | 2\nIngen har sagt nej. Men ingen har heller sagt ja. | 0\n' +
      'Det viktiga är att börja göra, och att göra det tillsammans med dem som redan är i gång. | 0',
    'Jämfört med Vad först? (prompt-before)',
    'figure'
  ]);
});

test('an open vote, and a question that nobody answered, have nothing to place but themselves', () => {
  expect(partsOf(only(meetingWith('quote', [])))).toEqual(['all']);
  const log = new Log();
  const vote = {
    about: null,
    choices: [
      { id: 'choice-a', text: 'A' },
      { id: 'choice-b', text: 'B' }
    ],
    votes: 1,
    stack: false,
    low: '',
    high: ''
  };
  log.do(LEADER, { name: 'AddPrompt', data: { prompt: PROMPT, kind: 'dots', title: 'Vad?', vote } });
  log.do(LEADER, { name: 'OpenPrompt', data: { prompt: PROMPT } });
  log.do(BERIT, { name: 'CastBallot', data: { prompt: PROMPT, ballot: { 'choice-a': 1 } } });
  expect(partsOf(only(log))).toEqual(['all']);
  expect(blocks(only(log)).map(said)).toEqual(['0 svar', '1 röstade.']);
});

test('a kind that no page knows is told as notes', () => {
  const prompt = { ...only(meetingWith('sticky-note', [{ text: 'Ett.' }])), outcome: 'constructor' };
  expect(blocks(prompt, 'list').map(said)).toEqual(['Ett. (Region Älvmark)']);
});

describe('a meeting', () => {
  const report = meetingReport(reviewed(3), WORDING, 7);

  test('tells its facts, who took part, each step, and what was parked', () => {
    expect(report).toMatchObject({
      title: 'Träff 2: Vem är du?',
      subtitle: 'Mat i kris',
      language: 'sv',
      at: 7
    });
    const chapters = report.blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 1 ? said(block) : []
    );
    expect(chapters[0]).toBe('Vilka som var med');
    expect(chapters.slice(1, -1)).toHaveLength(14);
    expect(chapters.at(-1)).toBe('Parkerat');
    expect(said(report.blocks[2]!)).toBe(
      'Regioner | Region Älvmark (4), Region Norrskog (2) | 6\nRegioner | Tallnäs kommun (1) | 1\nRegioner |  | 3'
    );
  });

  test('can be sent to a thread', () => {
    expect(structuredClone(report)).toEqual(report);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});

describe('what an editor has seen', () => {
  const themed = () => only(themedMeeting());
  const seen = (prompt: PromptOutput, part: Part = 'all', notes: readonly string[] = []) =>
    seenNow(prompt, { part, only: notes });

  test('is the same for as long as it says the same', () => {
    expect(seen(themed())).toEqual(seen(themed()));
    expect(seen(themed())).toEqual({ hash: expect.any(String), notes: 4 });
    expect(seen(themed(), 'quotes', ['note-0001']).notes).toBe(1);
  });

  test('is another where a text, a theme or a question is, as far as the part shows it', () => {
    const before = themed();
    const hidden = themedMeeting();
    hidden.do(LEADER, { name: 'HideNote', data: { note: 'note-0004' } });
    const after = only(hidden);
    expect(seen(after).hash).not.toBe(seen(before).hash);
    expect(seen(after, 'list', ['note-0001'])).toEqual(seen(before, 'list', ['note-0001']));
    const renamed = { ...before, themes: before.themes.map((theme) => ({ ...theme, text: 'Nytt' })) };
    expect(seen(renamed, 'list').hash).not.toBe(seen(before, 'list').hash);
    expect(seen(renamed, 'quotes')).toEqual(seen(before, 'quotes'));
    expect(seen({ ...before, title: 'Ny fråga' }).hash).not.toBe(seen(before).hash);
    expect(seen({ ...before, title: 'Ny fråga' }, 'list')).toEqual(seen(before, 'list'));
  });

  test('counts who took part', () => {
    const one = { name: 'Region Älvmark', kind: 'region', participants: 2 };
    expect(attendanceSeen([one])).toEqual({ hash: expect.any(String), notes: 2 });
    expect(attendanceSeen([one]).hash).not.toBe(attendanceSeen([{ ...one, participants: 3 }]).hash);
  });
});
