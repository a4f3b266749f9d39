/** What leaders did, in words: every deed has its own, with the name of who did it. */
import { describe, expect, test } from 'vitest';
import type { EventName } from '../../src/lib/domain/meeting/events.ts';
import { EMPTY_VIEW } from '../../src/lib/domain/meeting/view.ts';
import type { DoneDeed } from '../../src/lib/domain/meeting/view.ts';
import { deedText } from '../../src/lib/meeting/console/deeds.ts';
import { placed } from '../../src/lib/meeting/remote/places.ts';
import { screenText } from '../../src/lib/meeting/remote/screen-text.ts';
import { overwriteGetLocale } from '../../src/lib/paraglide/runtime.js';

overwriteGetLocale(() => 'sv');

const deed = (name: EventName, more: Partial<DoneDeed> = {}): DoneDeed => ({
  name,
  subject: 'Nav',
  command: 'command-1',
  by: 'anna-0001',
  at: 0,
  undone: false,
  ...more
});

test.each<[EventName, Partial<DoneDeed>, string]>([
  ['PromptClosed', {}, 'Anna stängde ”Nav”'],
  // Words of a wall or the result of a vote: the deed does not tell.
  ['NotesRevealed', {}, 'Anna visade svaren'],
  ['NotesConcealed', {}, 'Anna dolde svaren'],
  ['TimerSet', {}, 'Anna ändrade tiden för ”Nav”'],
  ['RoomSplit', { count: 3 }, 'Anna delade in rummet i 3 smågrupper'],
  ['RoomSplit', { count: 0 }, 'Anna gjorde rummet till ett igen'],
  ['PeopleGrouped', { count: 1, subject: 'Röd' }, 'Anna flyttade 1 person till ”Röd”'],
  ['PeopleGrouped', { count: 2, subject: '' }, 'Anna tog 2 personer ur smågrupperna'],
  ['ThoughtParked', {}, 'Anna parkerade ”Nav”'],
  ['ThoughtChanged', {}, 'Anna ändrade ”Nav” i parkeringen'],
  ['ThoughtDropped', { subject: '' }, 'Anna tog bort något ur parkeringen'],
  ['NoteMarked', {}, 'Anna ändrade läget för ”Nav”'],
  ['SummaryWritten', {}, 'Anna skrev en sammanfattning till ”Nav”'],
  ['NotesApproved', { count: 1 }, 'Anna släppte fram 1 svar'],
  ['NoteRevealed', {}, 'Anna visade ”Nav”'],
  ['NoteConcealed', {}, 'Anna dolde ”Nav” igen'],
  ['NotesImported', { count: 40 }, 'Anna lade in 40 svar'],
  ['NotesSorted', { count: 2 }, 'Anna fördelade 2 lappar'],
  ['OptionsDrawn', {}, 'Anna ändrade något']
])('%s', (name, more, text) => {
  expect(deedText(deed(name, more), 'Anna')).toBe(text);
});

test('a deed without a name is one’s own', () => {
  expect(deedText(deed('PromptOpened'))).toBe('Du öppnade ”Nav”');
});

describe('the remote control', () => {
  test('has a place for each act, whatever else can be done', () => {
    const act = (key: string) => ({ key, label: key, request: { name: 'Undo', data: {} } as const });
    const { turn, show, find, next } = placed([act('F'), act('O'), act('V'), act('N'), act('A')]);
    expect([turn?.key, show?.key, find?.key, next?.key]).toEqual(['O', 'V', 'F', 'N']);
    expect(placed([act('S')])).toMatchObject({ turn: { key: 'S' }, next: undefined });
  });

  test('says what the projector shows', () => {
    expect(screenText(EMPTY_VIEW)).toBe('Koden och adressen');
    expect(screenText({ ...EMPTY_VIEW, phase: 'finished' })).toBe('Tack för i dag');
    // A note that has gone meanwhile is nothing to fail over.
    expect(screenText({ ...EMPTY_VIEW, screen: { view: 'note', note: 'gone-0001' } })).toBe('Bara ””');
  });
});
