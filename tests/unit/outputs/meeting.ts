/** A reviewed meeting in memory, and the words of its files. */
import type { Request } from '../../../src/lib/domain/meeting/commands.ts';
import type { Actor } from '../../../src/lib/domain/meeting/ids.ts';
import { viewOf } from '../../../src/lib/domain/meeting/visibility.ts';
import type { Directory } from '../../../src/lib/domain/meeting/sight.ts';
import { markdownOf } from '../../../src/lib/domain/document/markdown.ts';
import { meetingReport } from '../../../src/lib/domain/document/of-meeting.ts';
import { outputsOf } from '../../../src/lib/domain/outputs/outputs.ts';
import type { MeetingFacts, Outputs } from '../../../src/lib/domain/outputs/outputs.ts';
import type { Wording } from '../../../src/lib/domain/outputs/wording.ts';
import { MACHINE } from '../../../src/lib/domain/meeting/ids.ts';
import { REPORT_WORDING } from '../document/wording.ts';
import { BERIT, LEADER, Log, MANS, place } from '../meeting/log.ts';

export const PROMPT = 'prompt-1';

export const FACTS: MeetingFacts = {
  id: 'meeting-1',
  number: 2,
  of: 4,
  title: 'Vem är du?',
  place: 'Tallnäs folkets hus',
  day: '2027-01-15',
  startsAt: '09:30',
  endsAt: '15:00',
  project: { name: 'Mat i kris', question: 'Vem ser till att det finns mat?' },
  organisations: [{ name: 'Region Älvmark', kind: 'region', participants: 1 }],
  participants: 2
};

const PEOPLE: Record<string, { name: string; organisation: string }> = {
  [BERIT.id]: { name: 'Berit', organisation: 'Region Älvmark' },
  [MANS.id]: { name: 'Måns', organisation: '' }
};
const directory: Directory = (id) => PEOPLE[id];

/** A meeting whose only prompt is open, with those notes. */
export function meetingWith(
  kind: string,
  notes: readonly { by?: Actor; [field: string]: string | Actor | undefined }[],
  prompt: Partial<Extract<Request, { name: 'AddPrompt' }>['data']> = {}
): Log {
  const log = new Log();
  log.do(LEADER, { name: 'AddPrompt', data: { prompt: PROMPT, kind, title: 'Vem är du?', ...prompt } });
  log.do(LEADER, { name: 'OpenPrompt', data: { prompt: PROMPT } });
  for (const [index, { by = BERIT, ...fields }] of notes.entries()) {
    const data = { note: noteId(index), prompt: PROMPT, fields: fields as Record<string, string> };
    log.do(by, { name: 'SubmitNote', data });
  }
  return log;
}

/** Sticky notes of which a leader has laid the first and the third under one theme, and the fourth under another. */
export function themedMeeting(): Log {
  const log = meetingWith('sticky-note', [
    { text: 'Frukost.' },
    { by: MANS, text: 'Ett datum.' },
    { text: 'Bjud in.' },
    { by: MANS, text: 'En karta.' }
  ]);
  for (const [cluster, name, notes] of [
    ['theme-kartor', 'Kartor', [noteId(3)]],
    ['theme-motas', 'Mötas *oftare*', [noteId(0), noteId(2)]],
    ['theme-tomt', 'Tomt', []]
  ] as const) {
    log.do(LEADER, { name: 'AddCluster', data: { prompt: PROMPT, cluster, name } });
    if (notes.length > 0) log.do(LEADER, { name: 'MoveNotes', data: { notes: [...notes], cluster } });
  }
  return log;
}

/** Role cards of which the first three lie together as "Samordnare", and the last lies nowhere. */
export function gatheredMeeting(): Log {
  const cards = ['Koordinator', 'Samordnare', 'samordnare', 'Nav'];
  const log = meetingWith(
    'role-card',
    cards.map((text) => ({ text }))
  );
  log.do(MACHINE, place(log, noteId(0), 'cluster-samordnare', 'Samordnare'));
  log.do(MACHINE, place(log, noteId(1), 'cluster-samordnare'));
  log.do(MACHINE, place(log, noteId(2), 'cluster-samordnare'));
  return log;
}

/** The id of the note in that place. */
export function noteId(index: number): string {
  return `note-000${index + 1}`;
}

export function review(log: Log, facts: Partial<MeetingFacts> = {}): Outputs {
  return outputsOf(viewOf(log.state, { view: 'review' }, directory), { ...FACTS, ...facts });
}

/** The meeting's text file. */
export function markdownOfMeeting(outputs: Outputs): string {
  return markdownOf(meetingReport({ outputs, walls: {} }, WORDING, 0));
}

export const WORDING: Wording = {
  locale: 'sv',
  columns: {
    meeting: 'Träff',
    number: 'Nr',
    prompt: 'Fråga',
    kind: 'Typ',
    text: 'Text',
    explanation: 'Förklaring',
    theme: 'Tema',
    speaker: 'Sagt av',
    organisation: 'Organisation',
    group: 'Smågrupp',
    time: 'Tid',
    votes: 'Röster',
    people: 'Personer'
  },
  facts: { project: 'Lärprojekt', question: 'Fråga', when: 'När', where: 'Var', who: 'Vilka' },
  meeting: (number) => `Träff ${number}`,
  when: ({ day }) => day ?? '',
  who: ({ participants }) => `${participants} deltagare`,
  organisations: () => 'Regioner',
  note: (kind) => kind,
  more: (_kind, { explanation }) => (explanation ? [explanation] : []),
  prompt: ({ notes }) => `${notes.length} svar`,
  nobody: 'Deltagare',
  noTheme: 'Utan tema',
  reading: ({ vote }) => `${vote?.voters ?? 0} röstade.`,
  byGroup: 'Smågrupp för smågrupp',
  noGroup: 'Utan smågrupp',
  parked: 'Parkerat',
  done: 'klart',
  uncited: (count) => `${count} räknas utan att citeras.`,
  summary: 'Sammanfattning',
  nothing: () => 'Ingen svarade.',
  report: REPORT_WORDING
};
