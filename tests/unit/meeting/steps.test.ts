/** Steps of every kind: their time, what may still come when they are closed, and what leaders let through, show and bring in. */
import { describe, expect, test } from 'vitest';
import { evolve } from '../../../src/lib/domain/meeting/evolve.ts';
import type { Request } from '../../../src/lib/domain/meeting/commands.ts';
import { MACHINE } from '../../../src/lib/domain/meeting/ids.ts';
import { directoryOf } from '../../../src/lib/domain/meeting/sight.ts';
import type { Audience } from '../../../src/lib/domain/meeting/sight.ts';
import { leftOf } from '../../../src/lib/domain/meeting/timer.ts';
import { patched } from '../../../src/lib/domain/meeting/view.ts';
import { patchOf, viewOf } from '../../../src/lib/domain/meeting/visibility.ts';
import { upcast } from '../../../src/lib/domain/meeting/upcast.ts';
import type { Recorded } from '../../../src/lib/domain/meeting/events.ts';
import { BERIT, CO_LEADER, LEADER, Log, MANS, submit } from './log.ts';

type Step = Extract<Request, { name: 'AddPrompt' }>['data'];

const step = (prompt: string, more: Partial<Step> = {}): Step => ({
  prompt,
  kind: 'sticky-note',
  title: 'Vad nu?',
  ...more
});

/** A meeting in which that step is open. */
function opened(more: Partial<Step> = {}): Log {
  const log = new Log();
  log.do(LEADER, { name: 'AddPrompt', data: step('prompt-1', more) });
  log.do(LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-1' } });
  return log;
}

const on = (log: Log, name: string, more: object = {}) =>
  log.ask(LEADER, { name, data: { prompt: 'prompt-1', ...more } } as Request);
const timer = (log: Log) => log.state.prompts['prompt-1']!.timer;
const undo = (log: Log) => log.do(LEADER, { name: 'Undo', data: {} });
const notesFor = (log: Log, audience: Audience) =>
  Object.keys(viewOf(log.state, audience, () => undefined).notes).sort();

describe('R27 steps come together', () => {
  const lay = (steps: Step[], index?: number): Request => ({ name: 'AddPrompts', data: { steps, index } });

  test('in their order, where they are wanted, in one deed', () => {
    const log = opened();
    log.do(LEADER, lay([step('prompt-2', { kind: 'talk' }), step('prompt-3', { kind: 'break' })], 0));
    expect(log.state.agenda).toEqual(['prompt-2', 'prompt-3', 'prompt-1']);
    undo(log);
    expect(log.state.agenda).toEqual(['prompt-1']);
  });

  test('or not at all', () => {
    const log = opened();
    expect(log.ask(LEADER, lay([step('prompt-2'), step('prompt-3', { title: ' ' })]))?.code).toBe(
      'prompt-title-empty'
    );
    expect(log.ask(LEADER, lay([step('prompt-2'), step('prompt-2')]))?.code).toBe('id-taken');
    expect(log.ask(LEADER, lay([step('prompt-2', { kind: 'poem' })]))?.code).toBe('kind-unknown');
    expect(log.state.agenda).toEqual(['prompt-1']);
  });

  test('a break takes nothing, a talk takes quotes', () => {
    const log = opened({ kind: 'break' });
    expect(log.ask(BERIT, submit('note-0001', 'Kaffe'))?.code).toBe('takes-no-notes');
    const talk = opened({ kind: 'talk', speaker: 'Gun, strateg' });
    talk.do(BERIT, {
      name: 'SubmitNote',
      data: { note: 'note-0001', prompt: 'prompt-1', fields: { text: 'Så är det.', speaker: 'me' } }
    });
  });

  test('a step of an older log has what steps had then', () => {
    const data = { prompt: 'prompt-1', kind: 'role-card', index: 0, title: 'Vem?', instruction: '' };
    const old = { name: 'PromptAdded', data, seq: 1, at: 0, by: LEADER, command: 'command-1' };
    const { state } = new Log();
    expect(evolve(state, upcast(old as unknown as Recorded)).prompts['prompt-1']).toMatchObject({
      grace: 0,
      moderation: 'after',
      vote: null
    });
  });
});

describe('R28 the time of a step', () => {
  test('begins when it is opened, stands when it is closed, goes on with what is left', () => {
    const log = opened({ minutes: 5 });
    expect(timer(log)).toMatchObject({ length: 300_000 });
    on(log, 'ClosePrompt');
    expect(timer(log)).toEqual({ length: 300_000, left: 299_000 });
    on(log, 'OpenPrompt');
    expect(leftOf(timer(log)!, log.events.at(-1)!.at)).toBe(299_000);
  });

  test('is paused, goes on, gets a minute more, and each is one deed to take back', () => {
    const log = opened({ minutes: 1 });
    on(log, 'PauseTimer');
    expect(timer(log)).toEqual({ length: 60_000, left: 59_000 });
    on(log, 'ExtendTimer', { seconds: 60 });
    expect(timer(log)).toEqual({ length: 120_000, left: 119_000 });
    undo(log);
    expect(timer(log)).toEqual({ length: 60_000, left: 59_000 });
    on(log, 'ResumeTimer');
    expect(timer(log)).toMatchObject({ length: 60_000 });
    on(log, 'StopTimer');
    expect(timer(log)).toBeUndefined();
    expect(on(log, 'PauseTimer')?.code).toBe('timer-not-set');
    on(log, 'StartTimer', { seconds: 90 });
    expect(timer(log)).toMatchObject({ length: 90_000 });
  });

  test('a minute more, asked for after the end, is a minute from now', () => {
    const log = opened({ minutes: 1 });
    for (let second = 0; second < 90; second++) log.do(BERIT, submit(`note-${1000 + second}`, 'Tid'));
    on(log, 'ExtendTimer', { seconds: 60 });
    expect(leftOf(timer(log)!, log.events.at(-1)!.at)).toBe(60_000);
  });

  test('closes the step only where a leader has said so, and only when it is out', () => {
    const ring = (log: Log) => log.ask(MACHINE, { name: 'CloseInTime', data: { prompt: 'prompt-1' } });
    const stage = (log: Log) => log.state.prompts['prompt-1']!.stage;
    const closes = opened({ minutes: 1, closes: true });
    ring(closes);
    expect(stage(closes)).toBe('open');
    on(closes, 'StartTimer', { seconds: 1 });
    ring(closes);
    expect(stage(closes)).toBe('closed');
    expect(ring(closes)).toBeUndefined();
    const stays = opened({ minutes: 1 });
    on(stays, 'StartTimer', { seconds: 1 });
    ring(stays);
    expect(stage(stays)).toBe('open');
    expect(stays.ask(LEADER, { name: 'CloseInTime', data: { prompt: 'prompt-1' } })?.code).toBe(
      'not-allowed'
    );
  });
});

describe('R28 what is taken back costs no time', () => {
  test('a close that is undone goes on with what was left', () => {
    const log = opened({ minutes: 5 });
    on(log, 'ClosePrompt');
    const left = (timer(log) as { left: number }).left;
    for (let second = 0; second < 400; second++) log.ask(BERIT, submit(`note-${1000 + second}`, 'Tid'));
    undo(log);
    expect(leftOf(timer(log)!, log.events.at(-1)!.at)).toBe(left);
  });
});

describe('R37 grace', () => {
  test('also where the day was ended, and where the opening was undone', () => {
    const log = opened({ grace: 3 });
    log.do(LEADER, { name: 'FinishMeeting', data: {} });
    log.do(BERIT, submit('note-0001', 'I sista stund'));
    const undone = new Log();
    undone.do(LEADER, { name: 'AddPrompt', data: step('prompt-1', { grace: 3 }) });
    undone.do(LEADER, { name: 'OpenMeeting', data: {} });
    undone.do(LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-1' } });
    undone.do(BERIT, submit('note-0001', 'I tid'));
    undo(undone);
    undone.do(BERIT, submit('note-0002', 'Halvskrivet'));
  });

  test('what was half-written when it was closed may come for so many seconds', () => {
    const log = opened({ grace: 3 });
    log.do(BERIT, submit('note-0001', 'I tid'));
    on(log, 'ClosePrompt');
    log.do(BERIT, submit('note-0002', 'En sekund'));
    log.do(BERIT, { name: 'ChangeNote', data: { note: 'note-0001', fields: { text: 'Två sekunder' } } });
    log.do(BERIT, submit('note-0003', 'Tre sekunder'));
    expect(log.ask(BERIT, submit('note-0004', 'Fyra'))?.code).toBe('prompt-closed');
  });

  test('without it the close is the close', () => {
    const log = opened();
    on(log, 'ClosePrompt');
    expect(log.ask(BERIT, submit('note-0001', 'Sent'))?.code).toBe('prompt-closed');
  });
});

describe('R36 R38 moderation', () => {
  const others: Audience[] = [{ view: 'wall' }, { view: 'review' }, { view: 'participant', id: MANS.id }];

  test('what waits is seen by its author and by leaders alone, until it is let through', () => {
    const log = opened({ moderation: 'before' });
    log.do(BERIT, submit('note-0001', 'Nav'));
    for (const audience of others) expect(notesFor(log, audience)).toEqual([]);
    const own = viewOf(log.state, { view: 'participant', id: BERIT.id }, () => undefined);
    expect(own.notes['note-0001']).toMatchObject({ held: true });
    const desk = viewOf(log.state, { view: 'leader', id: LEADER.id }, () => undefined);
    expect(desk.prompts['prompt-1']).toMatchObject({ count: 0, waiting: 1 });
    on(log, 'ApproveNotes', { notes: ['note-0001', 'note-9999'] });
    expect(notesFor(log, { view: 'wall' })).toEqual(['note-0001']);
    undo(log);
    expect(notesFor(log, { view: 'wall' })).toEqual([]);
  });

  test('changed, it waits again; hidden and changed too', () => {
    const log = opened({ moderation: 'before' });
    log.do(BERIT, submit('note-0001', 'Nav'));
    on(log, 'ApproveNotes', { notes: ['note-0001'] });
    log.do(LEADER, { name: 'HideNote', data: { note: 'note-0001' } });
    log.do(BERIT, { name: 'ChangeNote', data: { note: 'note-0001', fields: { text: 'Navet' } } });
    expect(log.state.notes['note-0001']).toMatchObject({ held: true, hidden: false });
  });

  test('a hidden note is its author’s to see and to change; it stays hidden', () => {
    const log = opened();
    log.do(BERIT, submit('note-0001', 'Nav'));
    log.do(LEADER, { name: 'HideNote', data: { note: 'note-0001' } });
    log.do(BERIT, { name: 'ChangeNote', data: { note: 'note-0001', fields: { text: 'Navet' } } });
    expect(log.state.notes['note-0001']).toMatchObject({ hidden: true, fields: { text: 'Navet' } });
  });

  test('where it is off nothing is taken away', () => {
    const log = opened({ moderation: 'off' });
    log.do(BERIT, submit('note-0001', 'Nav'));
    expect(log.ask(LEADER, { name: 'HideNote', data: { note: 'note-0001' } })?.code).toBe('moderation-off');
  });
});

describe('R45 one by one', () => {
  const show = (log: Log, note: string) => log.ask(LEADER, { name: 'RevealNote', data: { note } });

  test('one stands on the wall, the others wait; all at once ends it, and undo brings it back', () => {
    const log = opened({ hidden: true });
    log.do(BERIT, submit('note-0001', 'Nav'));
    log.do(MANS, submit('note-0002', 'Motor'));
    show(log, 'note-0001');
    expect(notesFor(log, { view: 'wall' })).toEqual(['note-0001']);
    on(log, 'RevealNotes');
    expect(notesFor(log, { view: 'wall' })).toEqual(['note-0001', 'note-0002']);
    undo(log);
    expect(notesFor(log, { view: 'wall' })).toEqual(['note-0001']);
    undo(log);
    expect(notesFor(log, { view: 'wall' })).toEqual([]);
  });

  test('concealing all conceals it too', () => {
    const log = opened({ hidden: true });
    log.do(BERIT, submit('note-0001', 'Nav'));
    show(log, 'note-0001');
    on(log, 'RevealNotes');
    on(log, 'ConcealNotes');
    expect(notesFor(log, { view: 'wall' })).toEqual([]);
  });

  test('what is off the wall or waits is not shown', () => {
    const log = opened({ hidden: true, moderation: 'before' });
    log.do(BERIT, submit('note-0001', 'Nav'));
    expect(show(log, 'note-0001')?.code).toBe('note-not-shown');
  });
});

describe('R41 what leaves the wall by an undo leaves the light', () => {
  test('what was brought in', () => {
    const log = opened();
    on(log, 'ImportNotes', { notes: [{ note: 'note-0001', fields: { text: 'Från papper' } }] });
    log.do(CO_LEADER, { name: 'TurnProjector', data: { screen: { view: 'note', note: 'note-0001' } } });
    undo(log);
    expect(log.state.screen).toEqual({ view: 'prompt', prompt: 'prompt-1' });
  });
});

describe('R39 brought in', () => {
  const bring = (log: Log, notes: { note: string; fields: Record<string, string> }[]) =>
    on(log, 'ImportNotes', { notes });

  test('in one deed, also when the day is over, and it is nobody’s', () => {
    const log = opened();
    log.do(BERIT, submit('note-0001', 'Nav'));
    log.do(LEADER, { name: 'FinishMeeting', data: {} });
    bring(log, [
      { note: 'note-0002', fields: { text: 'Från tavlan' } },
      { note: 'note-0003', fields: { text: 'Från papper' } }
    ]);
    const desk = viewOf(log.state, { view: 'leader', id: LEADER.id }, () => undefined);
    expect(desk.prompts['prompt-1']).toMatchObject({ count: 3, people: 1 });
    expect(desk.notes['note-0002']).toMatchObject({ imported: true });
    expect(desk.notes['note-0002']?.by).toBeUndefined();
    undo(log);
    expect(notesFor(log, { view: 'review' })).toEqual(['note-0001']);
    log.do(LEADER, { name: 'Redo', data: {} });
    expect(notesFor(log, { view: 'review' })).toEqual(['note-0001', 'note-0002', 'note-0003']);
  });

  describe('from an organisation of the project', () => {
    const tallmo = { fields: { text: 'Från kalkylbladet' }, organisation: 'place-0001' };
    const places = directoryOf(new Map(), new Map([['place-0001', 'Region Tallmo']]));
    const byFor = (log: Log, audience: Audience, note = 'note-0001') =>
      viewOf(log.state, audience, places).notes[note]?.by;
    const desk = { view: 'leader', id: LEADER.id } as const;

    test('it says so to leaders and in the review, and is nobody’s all the same', () => {
      const log = opened();
      on(log, 'ImportNotes', { notes: [{ note: 'note-0001', ...tallmo }] });
      expect(byFor(log, desk)).toEqual({ organisation: 'Region Tallmo' });
      expect(byFor(log, { view: 'review' })).toEqual({ organisation: 'Region Tallmo' });
      expect(byFor(log, { view: 'wall' })).toBeUndefined();
      expect(notesFor(log, { view: 'participant', id: LEADER.id })).toEqual([]);
      expect(viewOf(log.state, desk, places).prompts['prompt-1']).toMatchObject({ count: 1, people: 0 });
    });

    test('in a step that promises namelessness it does not even lie in the log', () => {
      const log = opened({ pledge: 'anonymous' });
      on(log, 'ImportNotes', { notes: [{ note: 'note-0001', ...tallmo }] });
      expect(JSON.stringify([log.events, log.state])).not.toContain('place-0001');
      on(log, 'EditPrompt', { pledge: 'named' });
      for (const audience of [desk, { view: 'review' }, { view: 'wall' }] as const)
        expect(byFor(log, audience)).toBeUndefined();
    });

    describe('R66 a step that becomes nameless afterwards tells it to nobody', () => {
      const everybody = [desk, { view: 'review' }, { view: 'wall' }] as const;
      const seen = (log: Log) => everybody.map((audience) => byFor(log, audience)?.organisation);
      /** What those who listen all along hold, message by message. */
      const listen = (log: Log, act: () => void) => {
        const held = everybody.map((audience) => viewOf(log.state, audience, places));
        const since = log.events.length;
        act();
        const told = log.events.slice(since);
        return everybody.map((audience, at) => {
          const patches = told.map((event) => patchOf(log.state, audience, event, places));
          return patched(held[at]!, patches).notes['note-0001']?.by?.organisation;
        });
      };
      const said = { ...tallmo, note: 'note-0001', fields: { text: 'Ta täten!', speaker: 'organisation' } };
      const given = () => {
        const log = opened({ kind: 'quote' });
        on(log, 'ImportNotes', { notes: [said] });
        expect(seen(log)).toEqual(['Region Tallmo', 'Region Tallmo', 'Region Tallmo']);
        return log;
      };
      const nothing = [undefined, undefined, undefined];
      const all = ['Region Tallmo', 'Region Tallmo', 'Region Tallmo'];

      test('those who listen hear that it is gone, and hear of it again where the step is named again', () => {
        const log = given();
        expect(listen(log, () => on(log, 'EditPrompt', { pledge: 'anonymous' }))).toEqual(nothing);
        expect(seen(log)).toEqual(nothing);
        expect(listen(log, () => undo(log))).toEqual(all);
        expect(listen(log, () => log.do(LEADER, { name: 'Redo', data: {} }))).toEqual(nothing);
        expect(listen(log, () => on(log, 'EditPrompt', { pledge: 'organisation' }))).toEqual(all);
        expect(seen(log)).toEqual(all);
      });

      test('also where it was taken back before, and is repeated after', () => {
        const log = given();
        undo(log);
        log.do(CO_LEADER, { name: 'EditPrompt', data: { prompt: 'prompt-1', pledge: 'anonymous' } });
        expect(listen(log, () => log.do(LEADER, { name: 'Redo', data: {} }))).toEqual(nothing);
        expect(log.state.notes['note-0001']?.withdrawn).toBe(false);
        expect(seen(log)).toEqual(nothing);
      });

      test('what participants wrote under their own promise stays as it was', () => {
        const people = directoryOf(
          new Map([[BERIT.id, { name: 'Berit', organisation: 'Hällby' }]]),
          new Map()
        );
        const log = opened();
        log.do(BERIT, submit('note-0002', 'Nav'));
        on(log, 'EditPrompt', { pledge: 'anonymous' });
        expect(viewOf(log.state, desk, people).notes['note-0002']?.by?.name).toBe('Berit');
      });
    });

    test('a quote is said by the organisation, by nobody, or by somebody who is named', () => {
      const log = opened({ kind: 'quote' });
      const quotes = (
        [
          ['note-0001', { speaker: 'organisation' }],
          ['note-0002', { speaker: 'anonymous' }],
          ['note-0003', { speaker: 'other', speakerName: 'Gun', printed: 'none' }]
        ] as const
      ).map(([note, said]) => ({ ...tallmo, note, fields: { text: 'Ta täten!', ...said } }));
      on(log, 'ImportNotes', { notes: quotes });
      const seen = (audience: Audience) => quotes.map(({ note }) => byFor(log, audience, note)?.organisation);
      expect(seen(desk)).toEqual(['Region Tallmo', undefined, 'Region Tallmo']);
      expect(seen({ view: 'wall' })).toEqual(['Region Tallmo', undefined, undefined]);
      expect(seen({ view: 'review' })).toEqual(['Region Tallmo', undefined, undefined]);
    });

    test('one that the project does not know is none', () => {
      const log = opened();
      on(log, 'ImportNotes', { notes: [{ note: 'note-0001', ...tallmo, organisation: 'place-0009' }] });
      expect(byFor(log, desk)).toBeUndefined();
    });
  });

  test('all or nothing', () => {
    const log = opened();
    log.do(BERIT, submit('note-0001', 'Nav'));
    const good = { note: 'note-0002', fields: { text: 'Bra' } };
    expect(bring(log, [good, { note: 'note-0001', fields: { text: 'Tagen' } }])?.code).toBe('id-taken');
    expect(bring(log, [good, good])?.code).toBe('id-taken');
    expect(bring(log, [good, { note: 'note-0003', fields: { text: 'x'.repeat(281) } }])).toMatchObject({
      code: 'text-too-long',
      limit: 280
    });
    expect(notesFor(log, { view: 'review' })).toEqual(['note-0001']);
  });
});

describe('R46 what came up besides', () => {
  test('is parked, ticked off and taken away, and each can be taken back', () => {
    const log = opened();
    const texts = () => log.state.thoughts.map(({ text, done }) => `${text}${done ? ' (klar)' : ''}`);
    log.do(LEADER, { name: 'ParkThought', data: { thought: 'thought-1', text: ' Vem betalar? ' } });
    log.do(CO_LEADER, { name: 'ParkThought', data: { thought: 'thought-2', text: 'Nästa träff' } });
    log.do(LEADER, { name: 'ChangeThought', data: { thought: 'thought-1', done: true } });
    expect(texts()).toEqual(['Vem betalar? (klar)', 'Nästa träff']);
    log.do(LEADER, { name: 'DropThought', data: { thought: 'thought-1' } });
    expect(texts()).toEqual(['Nästa träff']);
    undo(log);
    expect(texts()).toEqual(['Vem betalar? (klar)', 'Nästa träff']);
    // Of a thought that another leader has rewritten since, the tick alone is taken back.
    log.do(CO_LEADER, {
      name: 'ChangeThought',
      data: { thought: 'thought-1', text: 'Vem betalar, och när?' }
    });
    undo(log);
    expect(texts()).toEqual(['Vem betalar, och när?', 'Nästa träff']);
    expect(log.ask(LEADER, { name: 'ParkThought', data: { thought: 'thought-3', text: ' ' } })?.code).toBe(
      'text-empty'
    );
  });
});

describe('R69 a nameless note', () => {
  test('tells neither when it came nor after which other', () => {
    const log = opened({ pledge: 'anonymous' });
    for (const note of ['note-0009', 'note-0001', 'note-0005']) log.do(BERIT, submit(note, note));
    const { prompts, notes } = viewOf(log.state, { view: 'leader', id: LEADER.id }, () => undefined);
    expect(Object.keys(notes)).toEqual(['note-0001', 'note-0005', 'note-0009']);
    expect(new Set(Object.values(notes).map(({ at }) => at))).toEqual(
      new Set([prompts['prompt-1']?.openedAt])
    );
  });
});
