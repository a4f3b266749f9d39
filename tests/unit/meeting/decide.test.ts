import { describe, expect, test } from 'vitest';
import type { Request } from '../../../src/lib/domain/meeting/commands.ts';
import type { Screen } from '../../../src/lib/domain/meeting/screen.ts';
import { evolve } from '../../../src/lib/domain/meeting/evolve.ts';
import type { Recorded } from '../../../src/lib/domain/meeting/events.ts';
import { viewOf } from '../../../src/lib/domain/meeting/visibility.ts';
import { BERIT, CO_LEADER, LEADER, Log, MANS, openLog, submit } from './log.ts';

const add = (prompt: string, more = {}) =>
  ({ name: 'AddPrompt', data: { prompt, kind: 'role-card', title: prompt, ...more } }) as const;
const open = (prompt: string) => ({ name: 'OpenPrompt', data: { prompt } }) as const;
const said = (note: string, prompt = 'prompt-1') =>
  ({ name: 'SubmitNote', data: { note, prompt, fields: { text: 'Vi väntar.', speaker: 'me' } } }) as const;
const close = (prompt: string) => ({ name: 'ClosePrompt', data: { prompt } }) as const;

describe('the log', () => {
  test('R3 an unknown event changes nothing but the number', () => {
    const { state } = openLog();
    const foreign = { ...event(state.seq + 1), name: 'TeaServed', data: { cups: 45 } } as unknown as Recorded;
    expect(evolve(state, foreign)).toEqual({ ...state, seq: state.seq + 1 });
  });

  test('R1 an event out of order is a broken invariant', () => {
    const { state } = openLog();
    expect(() => evolve(state, event(state.seq + 2))).toThrow('does not follow');
  });

  test('R4 closing a closed prompt succeeds without an event', () => {
    const log = openLog();
    expect(log.do(LEADER, close('prompt-1'))).toEqual(['PromptClosed']);
    expect(log.do(LEADER, close('prompt-1'))).toEqual([]);
  });
});

describe('the meeting', () => {
  test('R11 opening a prompt opens the meeting and turns the projector (R42)', () => {
    const log = new Log();
    log.do(LEADER, add('prompt-1'));
    expect(log.do(LEADER, open('prompt-1'))).toEqual(['MeetingOpened', 'PromptOpened', 'ProjectorTurned']);
    expect(log.state.phase).toBe('open');
  });

  test('R12 a finished meeting takes no notes until it is opened again', () => {
    const log = openLog();
    expect(log.do(LEADER, { name: 'FinishMeeting', data: {} })).toEqual([
      'PromptClosed',
      'ProjectorTurned',
      'MeetingFinished'
    ]);
    expect(log.ask(BERIT, submit('note-0001', 'Nav'))).toEqual({ code: 'meeting-finished' });
    expect(log.ask(LEADER, open('prompt-1'))).toEqual({ code: 'meeting-finished' });
    log.do(LEADER, { name: 'OpenMeeting', data: {} });
    log.do(LEADER, open('prompt-1'));
    log.do(BERIT, submit('note-0001', 'Nav'));
  });
});

describe('the end of the day', () => {
  const finish = { name: 'FinishMeeting', data: {} } as const;
  const turn = (screen: Screen) => ({ name: 'TurnProjector', data: { screen } }) as const;

  test('R12 finishing turns the projector to the lobby, and undo turns it back', () => {
    const log = openLog();
    log.do(BERIT, submit('note-0001', 'Nav'));
    log.do(LEADER, turn({ view: 'word', note: 'note-0001' }));
    log.do(LEADER, finish);
    expect(log.state.screen).toEqual({ view: 'lobby' });
    log.do(LEADER, { name: 'Undo', data: {} });
    expect(log.state.screen).toEqual({ view: 'word', note: 'note-0001' });
    expect(log.state.phase).toBe('open');
    log.do(LEADER, { name: 'Redo', data: {} });
    expect(log.state.screen).toEqual({ view: 'lobby' });
  });

  test('R42 after it walls are shown as before', () => {
    const log = openLog();
    log.do(LEADER, finish);
    log.do(LEADER, turn({ view: 'tour', prompt: 'prompt-1', stop: 0 }));
    expect(log.state.screen.view).toBe('tour');
    expect(log.state.phase).toBe('finished');
  });
});

describe('prompts', () => {
  test('R20 a participant cannot lead, a leader does not answer', () => {
    const log = openLog();
    expect(log.ask(BERIT, close('prompt-1'))).toEqual({ code: 'not-allowed' });
    expect(log.ask(LEADER, submit('note-0001', 'Nav'))).toEqual({ code: 'not-allowed' });
  });

  test.each([
    ['', { code: 'prompt-title-empty', field: 'title' }],
    [' \u200B\u202E ', { code: 'prompt-title-empty', field: 'title' }],
    ['å'.repeat(121), { code: 'prompt-text-too-long', field: 'title', limit: 120 }]
  ])('R21 the question %j is refused', (title, refusal) => {
    expect(new Log().ask(LEADER, add('prompt-1', { title }))).toEqual(refusal);
  });

  test('R21 the help text may be empty but not endless', () => {
    const log = openLog();
    const edit = (instruction: string) =>
      ({ name: 'EditPrompt', data: { prompt: 'prompt-1', instruction } }) as const;
    expect(log.ask(LEADER, edit('x'.repeat(501)))).toMatchObject({
      code: 'prompt-text-too-long',
      limit: 500
    });
    expect(log.do(LEADER, edit('Ett ord\r\neller två.'))).toEqual(['PromptEdited']);
    expect(log.state.prompts['prompt-1']?.instruction).toBe('Ett ord\neller två.');
    expect(log.do(LEADER, edit('Ett ord\neller två.'))).toEqual([]);
  });

  test('R22 opening one prompt closes the other in the same command', () => {
    const log = openLog();
    log.do(LEADER, add('prompt-2'));
    expect(log.do(LEADER, open('prompt-2'))).toEqual(['PromptClosed', 'PromptOpened', 'ProjectorTurned']);
    expect(new Set(log.events.slice(-3).map((happened) => happened.command)).size).toBe(1);
  });

  test('R23 a prompt with notes stays; once they are withdrawn it can go', () => {
    const log = openLog();
    log.do(BERIT, submit('note-0001', 'Nav'));
    const remove = { name: 'RemovePrompt', data: { prompt: 'prompt-1' } } as const;
    expect(log.ask(LEADER, remove)).toEqual({ code: 'prompt-has-notes' });
    log.do(BERIT, { name: 'WithdrawNote', data: { note: 'note-0001' } });
    expect(log.do(LEADER, remove)).toEqual(['PromptClosed', 'ProjectorTurned', 'PromptRemoved']);
    expect(log.do(LEADER, remove)).toEqual([]);
  });

  test('R24 a place beyond the end of the agenda is the end', () => {
    const log = new Log();
    log.do(LEADER, add('prompt-1', { index: 99 }));
    log.do(LEADER, add('prompt-2'));
    log.do(LEADER, add('prompt-3', { index: 0 }));
    expect(log.state.agenda).toEqual(['prompt-3', 'prompt-1', 'prompt-2']);
    log.do(LEADER, { name: 'MovePrompt', data: { prompt: 'prompt-3', index: 99 } });
    expect(log.state.agenda).toEqual(['prompt-1', 'prompt-2', 'prompt-3']);
    expect(log.do(LEADER, { name: 'MovePrompt', data: { prompt: 'prompt-3', index: 99 } })).toEqual([]);
  });

  test('R25 an unknown kind is refused', () => {
    expect(new Log().ask(LEADER, add('prompt-1', { kind: 'poem' }))).toEqual({ code: 'kind-unknown' });
  });

  test('R26 a closed prompt can be opened again', () => {
    const log = openLog();
    log.do(LEADER, close('prompt-1'));
    expect(log.ask(BERIT, submit('note-0001', 'Nav'))).toEqual({ code: 'prompt-closed' });
    expect(log.do(LEADER, open('prompt-1'))).toEqual(['PromptOpened']);
    log.do(BERIT, submit('note-0001', 'Nav'));
  });
});

describe('notes', () => {
  test('R30 a draft is unknown to participants', () => {
    const log = openLog();
    log.do(LEADER, add('prompt-2'));
    expect(log.ask(BERIT, submit('note-0001', 'Nav', 'prompt-2'))).toEqual({ code: 'prompt-unknown' });
  });

  test.each([
    ['role-card', 60],
    ['sticky-note', 280]
  ])('R31 a %s holds %i characters, whatever they are made of', (kind, limit) => {
    const log = openLog(kind);
    log.do(BERIT, submit('note-0001', 'a\u030A'.repeat(limit)));
    log.do(BERIT, submit('note-0002', '\u{1F33F}'.repeat(limit)));
    const refusal = { code: 'text-too-long', field: 'text', limit };
    expect(log.ask(BERIT, submit('note-0003', 'å'.repeat(limit + 1)))).toEqual(refusal);
    expect(log.ask(BERIT, submit('note-0003', ' \u200B\u2060\u202E '))).toEqual({
      code: 'text-empty',
      field: 'text'
    });
  });

  test('R31 markup stays the text that it is', () => {
    const log = openLog();
    const text = '<script>alert("nav")</script>';
    log.do(BERIT, submit('note-0001', text));
    expect(log.state.notes['note-0001']?.fields.text).toBe(text);
  });

  test('R31 a field that the kind does not have is refused', () => {
    const fields = { text: 'Nav', colour: 'red' };
    const request = { name: 'SubmitNote', data: { note: 'note-0001', prompt: 'prompt-1', fields } } as const;
    expect(openLog().ask(BERIT, request)).toEqual({ code: 'field-unknown', field: 'colour' });
  });

  test.each([
    [{ speaker: 'me' }, undefined],
    [{ speaker: 'organisation' }, undefined],
    [{ speaker: 'anonymous' }, undefined],
    [{ speaker: 'other', speakerName: 'Gun' }, undefined],
    [
      { speaker: 'other', speakerName: ' ' },
      { code: 'text-empty', field: 'speakerName' }
    ],
    [{ speaker: 'somebody' }, { code: 'choice-unknown', field: 'speaker' }],
    [{}, { code: 'choice-unknown', field: 'speaker' }]
  ])('R32 a quote said by %j', (speaker, refusal) => {
    const fields = { text: 'Någon måste få säga nej också.', ...(speaker as Record<string, string>) };
    const request = { name: 'SubmitNote', data: { note: 'note-0001', prompt: 'prompt-1', fields } } as const;
    expect(openLog('quote').ask(BERIT, request)).toEqual(refusal);
  });

  test('R33 only the author changes and withdraws, and only in time', () => {
    const log = openLog();
    log.do(BERIT, submit('note-0001', 'Nav'));
    const change = {
      name: 'ChangeNote',
      data: { note: 'note-0001', fields: { text: 'Knutpunkt' } }
    } as const;
    const withdraw = { name: 'WithdrawNote', data: { note: 'note-0001' } } as const;
    expect(log.ask(MANS, change)).toEqual({ code: 'note-not-yours' });
    expect(log.ask(MANS, withdraw)).toEqual({ code: 'note-not-yours' });
    log.do(LEADER, close('prompt-1'));
    expect(log.ask(BERIT, change)).toEqual({ code: 'prompt-closed' });
    expect(log.do(BERIT, withdraw)).toEqual(['NoteWithdrawn']);
    expect(log.do(BERIT, withdraw)).toEqual([]);
    expect(log.ask(BERIT, change)).toEqual({ code: 'note-unknown' });
  });

  test('R34 the same note again is the same note, for its author alone', () => {
    const log = openLog();
    log.do(BERIT, submit('note-0001', 'Nav'));
    expect(log.do(BERIT, submit('note-0001', 'Nav'))).toEqual([]);
    expect(log.ask(MANS, submit('note-0001', 'Nav'))).toEqual({ code: 'id-taken' });
  });

  test('R35 withdrawn notes do not count against the limit', () => {
    const log = openLog('role-card', { perPerson: 1 });
    log.do(BERIT, submit('note-0001', 'Nav'));
    expect(log.ask(BERIT, submit('note-0002', 'Motor'))).toEqual({ code: 'too-many-notes', limit: 1 });
    log.do(MANS, submit('note-0003', 'Motor'));
    log.do(BERIT, { name: 'WithdrawNote', data: { note: 'note-0001' } });
    log.do(BERIT, submit('note-0002', 'Motor'));
  });

  test('R36 hiding and restoring leaves the text alone', () => {
    const log = openLog();
    log.do(BERIT, submit('note-0001', 'Nav'));
    const before = log.state.notes['note-0001'];
    expect(log.do(LEADER, { name: 'HideNote', data: { note: 'note-0001' } })).toEqual(['NoteHidden']);
    expect(log.do(LEADER, { name: 'RestoreNote', data: { note: 'note-0001' } })).toEqual(['NoteRestored']);
    expect(log.state.notes['note-0001']).toEqual(before);
  });

  test('R36 leaders are told what its author has changed since it was hidden, also after undo', () => {
    const log = openLog();
    log.do(BERIT, submit('note-0001', 'Nav'));
    const change = (text: string): Request => ({
      name: 'ChangeNote',
      data: { note: 'note-0001', fields: { text } }
    });
    const isRewritten = (view: 'leader' | 'participant') => {
      const id = view === 'leader' ? LEADER.id : BERIT.id;
      const { notes } = viewOf(log.state, { view, id }, () => undefined);
      return notes['note-0001']?.rewritten ?? false;
    };
    log.do(BERIT, change('Navet'));
    log.do(LEADER, { name: 'HideNote', data: { note: 'note-0001' } });
    expect(isRewritten('leader')).toBe(false);
    log.do(BERIT, change('Mötesplats'));
    expect(isRewritten('leader')).toBe(true);
    expect(isRewritten('participant')).toBe(false);
    log.do(LEADER, { name: 'RestoreNote', data: { note: 'note-0001' } });
    expect(isRewritten('leader')).toBe(false);
    log.do(LEADER, { name: 'Undo', data: {} });
    expect(isRewritten('leader')).toBe(true);
  });
});

describe('the projector', () => {
  const light = { name: 'TurnProjector', data: { screen: { view: 'note', note: 'note-0001' } } } as const;

  test('R40 it shows no draft and no note that does not stand', () => {
    const log = openLog();
    log.do(LEADER, add('prompt-2'));
    const turn = { name: 'TurnProjector', data: { screen: { view: 'prompt', prompt: 'prompt-2' } } } as const;
    expect(log.ask(LEADER, turn)).toEqual({ code: 'prompt-not-open' });
    expect(log.ask(LEADER, light)).toEqual({ code: 'note-unknown' });
    log.do(BERIT, submit('note-0001', 'Nav'));
    log.do(LEADER, { name: 'HideNote', data: { note: 'note-0001' } });
    expect(log.ask(LEADER, light)).toEqual({ code: 'note-not-shown' });
  });

  test('R40 a wall part by part, a word, and quotes that are held: each of what stands', () => {
    const log = openLog();
    log.do(BERIT, submit('note-0001', 'Nav'));
    log.do(LEADER, add('prompt-2', { kind: 'quote' }));
    log.do(LEADER, open('prompt-2'));
    log.do(BERIT, said('note-0002', 'prompt-2'));
    const turn = (screen: Screen) => ({ name: 'TurnProjector', data: { screen } }) as const;
    for (const screen of [
      { view: 'tour', prompt: 'prompt-1', stop: 2 },
      { view: 'replay', prompt: 'prompt-1' },
      { view: 'word', note: 'note-0001' },
      { view: 'quotes', prompt: 'prompt-2', note: 'note-0002' }
    ] as const) {
      expect(log.do(LEADER, turn(screen))).toEqual(['ProjectorTurned']);
      expect(log.state.screen).toEqual(screen);
      expect(log.do(LEADER, turn(screen))).toEqual([]);
    }
    expect(log.ask(LEADER, turn({ view: 'tour', prompt: 'prompt-3', stop: 0 }))).toEqual({
      code: 'prompt-unknown'
    });
    expect(log.ask(LEADER, turn({ view: 'quotes', prompt: 'prompt-2', note: 'note-0001' }))).toEqual({
      code: 'note-unknown'
    });
  });

  test.each([
    ['role-card', { view: 'quotes', prompt: 'prompt-1' }, 'not-in-turns'],
    ['quote', { view: 'tour', prompt: 'prompt-1', stop: 0 }, 'not-a-wall'],
    ['quote', { view: 'replay', prompt: 'prompt-1' }, 'not-a-wall'],
    ['quote', { view: 'word', note: 'note-0001' }, 'not-a-wall'],
    ['sticky-note', { view: 'word', note: 'note-0001' }, 'not-a-wall'],
    ['sticky-note', { view: 'quotes', prompt: 'prompt-1' }, undefined]
  ] as const)('R40 what a %s makes is shown by %j: %s', (kind, screen, code) => {
    const log = openLog(kind);
    log.do(BERIT, kind === 'quote' ? said('note-0001') : submit('note-0001', 'Nav'));
    expect(log.ask(LEADER, { name: 'TurnProjector', data: { screen } })?.code).toBe(code);
  });

  test('R40 a word is shown only where its words are; one note in the light may be shown before', () => {
    const log = openLog('role-card', { hidden: true });
    log.do(BERIT, submit('note-0001', 'Nav'));
    const word = { name: 'TurnProjector', data: { screen: { view: 'word', note: 'note-0001' } } } as const;
    expect(log.ask(LEADER, word)).toEqual({ code: 'prompt-concealed' });
    log.do(LEADER, light);
    log.do(LEADER, { name: 'RevealNotes', data: { prompt: 'prompt-1' } });
    log.do(LEADER, word);
  });

  const question = { view: 'prompt', prompt: 'prompt-1' };
  const word = { view: 'word', note: 'note-0001' };
  const undo = { name: 'Undo', data: {} } as const;

  test('R41 a word leaves the projector when the words of its question are concealed', () => {
    const log = openLog('role-card', { hidden: true });
    log.do(BERIT, submit('note-0001', 'Nav'));
    log.do(LEADER, { name: 'RevealNotes', data: { prompt: 'prompt-1' } });
    log.do(LEADER, { name: 'TurnProjector', data: { screen: { view: 'word', note: 'note-0001' } } });
    const conceal = { name: 'ConcealNotes', data: { prompt: 'prompt-1' } } as const;
    expect(log.do(LEADER, conceal)).toEqual(['ProjectorTurned', 'NotesConcealed']);
    expect(log.state.screen).toEqual(question);
    log.do(LEADER, undo);
    expect(log.state.screen).toEqual(word);
    log.do(LEADER, { name: 'Redo', data: {} });
    expect(log.state.screen).toEqual(question);
    expect(log.state.prompts['prompt-1']?.revealed).toBe(false);
  });

  test('R41 so it does when another leader takes back what showed them, or the question is edited', () => {
    const log = openLog('role-card', { hidden: true });
    log.do(BERIT, submit('note-0001', 'Nav'));
    log.do(CO_LEADER, { name: 'RevealNotes', data: { prompt: 'prompt-1' } });
    log.do(LEADER, { name: 'TurnProjector', data: { screen: { view: 'word', note: 'note-0001' } } });
    log.do(CO_LEADER, undo);
    expect(log.state.screen).toEqual(question);
    const hide = (hidden: boolean) => ({ name: 'EditPrompt', data: { prompt: 'prompt-1', hidden } }) as const;
    log.do(CO_LEADER, hide(false));
    log.do(LEADER, { name: 'TurnProjector', data: { screen: { view: 'word', note: 'note-0001' } } });
    expect(log.do(CO_LEADER, hide(true))).toEqual(['ProjectorTurned', 'PromptEdited']);
    expect(log.state.screen).toEqual(question);
  });

  test('R41 a word that was shown before is not turned to again while it is concealed', () => {
    const log = openLog('role-card', { hidden: true });
    log.do(BERIT, submit('note-0001', 'Nav'));
    log.do(CO_LEADER, { name: 'RevealNotes', data: { prompt: 'prompt-1' } });
    log.do(LEADER, { name: 'TurnProjector', data: { screen: { view: 'word', note: 'note-0001' } } });
    log.do(LEADER, { name: 'TurnProjector', data: { screen: { view: 'lobby' } } });
    log.do(CO_LEADER, { name: 'ConcealNotes', data: { prompt: 'prompt-1' } });
    log.do(LEADER, undo);
    expect(log.state.screen).toEqual(question);
  });

  test.each([
    ['word', 'role-card', { view: 'word', note: 'note-0001' }, { view: 'prompt', prompt: 'prompt-1' }],
    [
      'quotes',
      'quote',
      { view: 'quotes', prompt: 'prompt-1', note: 'note-0001' },
      { view: 'quotes', prompt: 'prompt-1' }
    ]
  ] as const)('R41 what is withdrawn leaves %s', (_, kind, screen, after) => {
    const log = openLog(kind);
    log.do(BERIT, kind === 'quote' ? said('note-0001') : submit('note-0001', 'Nav'));
    log.do(LEADER, { name: 'TurnProjector', data: { screen } });
    log.do(BERIT, { name: 'WithdrawNote', data: { note: 'note-0001' } });
    expect(log.state.screen).toEqual(after);
    log.do(LEADER, open('prompt-1'));
    log.do(LEADER, { name: 'Undo', data: {} });
    expect(log.state.screen).toEqual(after);
  });

  test('R43 a wall is set and the room darkened, and both are taken back', () => {
    const log = openLog();
    expect(
      log.do(LEADER, { name: 'SetWall', data: { prompt: 'prompt-1', shown: 40, locked: false } })
    ).toEqual(['WallSet']);
    expect(log.events.at(-1)?.data).toEqual({ prompt: 'prompt-1', shown: 40 });
    expect(log.do(LEADER, { name: 'DarkenProjector', data: { dark: true } })).toEqual(['ProjectorDarkened']);
    expect(log.do(LEADER, { name: 'DarkenProjector', data: { dark: true } })).toEqual([]);
    log.do(LEADER, { name: 'Undo', data: {} });
    expect(log.state.dark).toBe(false);
    log.do(LEADER, { name: 'Undo', data: {} });
    expect(log.state.prompts['prompt-1']?.wall).toEqual({ shown: 0, face: 'caveat-brush', locked: false });
    expect(openLog('quote').ask(LEADER, { name: 'SetWall', data: { prompt: 'prompt-1', shown: 1 } })).toEqual(
      {
        code: 'not-a-wall'
      }
    );
  });

  test('R44 a locked wall is not tidied; tidying and a step of the tour are no deeds', () => {
    const log = openLog();
    const tidy = { name: 'TidyWall', data: { prompt: 'prompt-1' } } as const;
    const tour = (stop: number) =>
      ({ name: 'TurnProjector', data: { screen: { view: 'tour', prompt: 'prompt-1', stop } } }) as const;
    expect(log.do(LEADER, tidy)).toEqual(['WallTidied']);
    log.do(LEADER, { name: 'SetWall', data: { prompt: 'prompt-1', locked: true } });
    expect(log.ask(LEADER, tidy)).toEqual({ code: 'wall-locked' });
    log.do(LEADER, tour(0));
    log.do(LEADER, tour(1));
    log.do(LEADER, { name: 'Undo', data: {} });
    expect(log.state.screen).toEqual({ view: 'prompt', prompt: 'prompt-1' });
  });

  test.each([
    [LEADER, { name: 'HideNote', data: { note: 'note-0001' } } as const],
    [BERIT, { name: 'WithdrawNote', data: { note: 'note-0001' } } as const]
  ])('R41 a note leaves the light when %j takes it away', (who, request) => {
    const log = openLog();
    log.do(BERIT, submit('note-0001', 'Nav'));
    log.do(LEADER, light);
    log.do(who, request);
    expect(log.state.screen).toEqual({ view: 'prompt', prompt: 'prompt-1' });
  });
});

describe('undo', () => {
  const undo = { name: 'Undo', data: {} } as const;
  const redo = { name: 'Redo', data: {} } as const;

  test('R50 a command of several events is taken back whole, and repeated whole', () => {
    const log = openLog();
    log.do(LEADER, add('prompt-2'));
    log.do(LEADER, open('prompt-2'));
    log.do(LEADER, undo);
    expect(log.state.prompts['prompt-1']?.stage).toBe('open');
    expect(log.state.prompts['prompt-2']?.stage).toBe('draft');
    log.do(LEADER, redo);
    expect(log.state.prompts['prompt-1']?.stage).toBe('closed');
    expect(log.state.screen).toEqual({ view: 'prompt', prompt: 'prompt-2' });
  });

  test('R50 everybody undoes the own deeds only', () => {
    const log = openLog();
    log.do(CO_LEADER, add('prompt-2'));
    log.do(LEADER, close('prompt-1'));
    log.do(CO_LEADER, undo);
    expect(log.state.agenda).toEqual(['prompt-1']);
    expect(log.ask(CO_LEADER, undo)).toEqual({ code: 'nothing-to-undo' });
    expect(log.state.prompts['prompt-1']?.stage).toBe('closed');
  });

  test('R52 a new action ends what could have been redone', () => {
    const log = openLog();
    log.do(LEADER, close('prompt-1'));
    log.do(LEADER, undo);
    log.do(LEADER, { name: 'EditPrompt', data: { prompt: 'prompt-1', title: 'Vilka är vi?' } });
    expect(log.ask(LEADER, redo)).toEqual({ code: 'nothing-to-redo' });
  });

  test('R53 undoing an opening that has been answered closes instead', () => {
    const log = openLog();
    log.do(BERIT, submit('note-0001', 'Nav'));
    log.do(LEADER, undo);
    expect(log.state.prompts['prompt-1']?.stage).toBe('closed');
    expect(log.state.phase).toBe('open');
    expect(log.ask(LEADER, undo)).toEqual({ code: 'cannot-undo' });
    expect(log.state.notes['note-0001']?.withdrawn).toBe(false);
  });

  test('R51 a note that was in the light when it was hidden comes back into it', () => {
    const log = openLog();
    log.do(BERIT, submit('note-0001', 'Nav'));
    log.do(LEADER, { name: 'TurnProjector', data: { screen: { view: 'note', note: 'note-0001' } } });
    log.do(LEADER, { name: 'HideNote', data: { note: 'note-0001' } });
    log.do(LEADER, undo);
    expect(log.state.screen).toEqual({ view: 'note', note: 'note-0001' });
  });

  test('R22 undoing a closing closes what another leader opened meanwhile', () => {
    const log = openLog();
    log.do(LEADER, add('prompt-2'));
    log.do(LEADER, close('prompt-1'));
    log.do(CO_LEADER, open('prompt-2'));
    log.do(LEADER, undo);
    expect(Object.values(log.state.prompts).map((prompt) => prompt.stage)).toEqual(['open', 'closed']);
  });
});

function event(seq: number): Recorded {
  return { seq, at: 0, by: LEADER, command: 'command-x', name: 'MeetingOpened', data: {} };
}
