/** What holds for any sequence of commands, whoever sends them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Request } from '../../../src/lib/domain/meeting/commands.ts';
import { fold } from '../../../src/lib/domain/meeting/evolve.ts';
import type { Actor } from '../../../src/lib/domain/meeting/ids.ts';
import { EMPTY } from '../../../src/lib/domain/meeting/state.ts';
import type { MeetingState } from '../../../src/lib/domain/meeting/state.ts';
import { patched } from '../../../src/lib/domain/meeting/view.ts';
import { patchOf, viewOf } from '../../../src/lib/domain/meeting/visibility.ts';
import type { Audience, Directory } from '../../../src/lib/domain/meeting/visibility.ts';
import { BERIT, CO_LEADER, LEADER, Log, MANS } from './log.ts';

const RUNS = process.env.DEEP ? 1_000 : 150;

/** Canaries: a name, an organisation or a text that turns up where it may not is seen at once. */
const PEOPLE: Record<string, { name: string; organisation: string }> = {
  [BERIT.id]: { name: 'NAME-berit', organisation: 'ORG-norrskog' },
  [MANS.id]: { name: 'NAME-mans', organisation: 'ORG-hoglanda' }
};
const directory: Directory = (id) => PEOPLE[id];

const AUDIENCES: Audience[] = [
  { view: 'leader', id: LEADER.id },
  { view: 'leader', id: CO_LEADER.id },
  { view: 'participant', id: BERIT.id },
  { view: 'participant', id: MANS.id },
  { view: 'wall' },
  { view: 'review' }
];

const prompt = fc.constantFrom('prompt-1', 'prompt-2', 'prompt-3');
const note = fc.constantFrom('note-0001', 'note-0002', 'note-0003', 'note-0004', 'note-0005');
const pledge = fc.constantFrom('named', 'organisation', 'anonymous');
const fields = fc.oneof(
  fc.record({ text: fc.constantFrom('Nav', 'Motor', ' ', 'x'.repeat(600)) }),
  fc.record({
    text: fc.constantFrom('Så är det.', 'Vi väntar.'),
    speaker: fc.constantFrom('me', 'organisation', 'anonymous')
  })
);
const text = fc.record(
  {
    title: fc.constantFrom('Vem?', 'Vad?', ''),
    hidden: fc.boolean(),
    pledge,
    perPerson: fc.constantFrom(0, 2)
  },
  { requiredKeys: [] }
);

const byLeader = fc.oneof(
  fc
    .tuple(prompt, fc.constantFrom('role-card', 'quote', 'sticky-note', 'poem'), text, fc.nat(4))
    .map(([id, kind, more, index]) => ({
      name: 'AddPrompt',
      data: { title: 'Vem?', ...more, prompt: id, kind, index }
    })),
  fc.tuple(prompt, text).map(([id, more]) => ({ name: 'EditPrompt', data: { prompt: id, ...more } })),
  fc.tuple(prompt, fc.nat(4)).map(([id, index]) => ({ name: 'MovePrompt', data: { prompt: id, index } })),
  fc
    .tuple(
      fc.constantFrom(
        'RemovePrompt',
        'OpenPrompt',
        'OpenPrompt',
        'OpenPrompt',
        'ClosePrompt',
        'RevealNotes',
        'ConcealNotes'
      ),
      prompt
    )
    .map(([name, id]) => ({ name, data: { prompt: id } })),
  fc
    .tuple(fc.constantFrom('HideNote', 'RestoreNote'), note)
    .map(([name, id]) => ({ name, data: { note: id } })),
  note.map((id) => ({ name: 'TurnProjector', data: { screen: { view: 'note', note: id } } })),
  prompt.map((id) => ({ name: 'TurnProjector', data: { screen: { view: 'prompt', prompt: id } } })),
  fc.constantFrom('OpenMeeting', 'FinishMeeting', 'Undo', 'Undo', 'Redo').map((name) => ({ name, data: {} }))
);
const byParticipant = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(note, prompt, fields)
      .map(([id, to, content]) => ({ name: 'SubmitNote', data: { note: id, prompt: to, fields: content } }))
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(note, fields)
      .map(([id, content]) => ({ name: 'ChangeNote', data: { note: id, fields: content } }))
  },
  { weight: 1, arbitrary: note.map((id) => ({ name: 'WithdrawNote', data: { note: id } })) }
);
const step = fc.oneof(
  fc.tuple(fc.constantFrom(LEADER, LEADER, CO_LEADER), byLeader),
  fc.tuple(fc.constantFrom(BERIT, MANS), byParticipant)
) as fc.Arbitrary<[Actor, Request]>;
/** Starts with prompts in place, so that most steps mean something. */
const story = fc.array(step, { minLength: 1, maxLength: 60 }).map((steps): [Actor, Request][] => [
  [
    LEADER,
    { name: 'AddPrompt', data: { prompt: 'prompt-1', kind: 'role-card', title: 'Vem?', hidden: true } }
  ],
  [
    LEADER,
    {
      name: 'AddPrompt',
      data: { prompt: 'prompt-2', kind: 'quote', title: 'Vad?', pledge: 'organisation' }
    }
  ],
  [LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-1' } }],
  ...steps
]);

function tell(steps: [Actor, Request][]): Log {
  const log = new Log();
  for (const [who, request] of steps) log.ask(who, request);
  return log;
}

function check(property: (steps: [Actor, Request][]) => void): void {
  fc.assert(fc.property(story, property), { numRuns: RUNS });
}

describe('any sequence of commands', () => {
  test('R1 R2 numbers are gapless and the log folds to the state', () => {
    check((steps) => {
      const log = tell(steps);
      expect(log.events.map((event) => event.seq)).toEqual(log.events.map((_, index) => index + 1));
      expect(fold(EMPTY, log.events)).toEqual(log.state);
    });
  });

  test('R22 at most one prompt is open, and the agenda holds each prompt once', () => {
    check((steps) => {
      const { prompts, agenda } = tell(steps).state;
      const standing = Object.values(prompts).filter((one) => !one.removed);
      expect(standing.filter((one) => one.stage === 'open').length).toBeLessThanOrEqual(1);
      expect([...agenda].sort()).toEqual(standing.map((one) => one.id).sort());
    });
  });

  test('R66 the patches of every audience fold to what it may see', () => {
    check((steps) => {
      const log = new Log();
      const views = AUDIENCES.map((audience) => viewOf(EMPTY, audience, directory));
      for (const [who, request] of steps) {
        const before = log.events.length;
        log.ask(who, request);
        AUDIENCES.forEach((audience, index) => {
          // As the server does: a command's events are told together, each by the state after the last.
          const patches = log.events
            .slice(before)
            .map((event) => patchOf(log.state, audience, event, directory));
          const view = patched(views[index] as (typeof views)[number], patches);
          expect(view).toEqual(viewOf(log.state, audience, directory));
          views[index] = view;
        });
      }
    });
  });

  test('R66 catching up by the present patches of an old tail gives the same', () => {
    fc.assert(
      fc.property(story, fc.nat(80), (steps, cut) => {
        const log = tell(steps);
        const since = Math.min(cut, log.events.length);
        const then = fold(EMPTY, log.events.slice(0, since));
        for (const audience of AUDIENCES) {
          const patches = log.events
            .slice(since)
            .map((event) => patchOf(log.state, audience, event, directory));
          expect(patched(viewOf(then, audience, directory), patches)).toEqual(
            viewOf(log.state, audience, directory)
          );
        }
      }),
      { numRuns: RUNS }
    );
  });

  test('R51 undo restores the view, redo repeats it', () => {
    check((steps) => {
      const log = tell(steps);
      const undoLeft = log.state.history.some((action) => action.by === LEADER.id && !action.undone);
      const before = withoutDeeds(log.state);
      // A fresh action, taken back and repeated.
      if (log.ask(LEADER, { name: 'AddPrompt', data: { prompt: 'prompt-9', kind: 'quote', title: 'Ny' } }))
        return;
      const after = withoutDeeds(log.state);
      log.do(LEADER, { name: 'Undo', data: {} });
      expect(withoutDeeds(log.state)).toEqual(before);
      log.do(LEADER, { name: 'Redo', data: {} });
      expect(withoutDeeds(log.state)).toEqual(after);
      expect(undoLeft || log.state.history.length > 0).toBe(true);
    });
  });

  test('R51 whatever the leader did last is taken back exactly', () => {
    fc.assert(
      fc.property(story, byLeader as fc.Arbitrary<Request>, (steps, last) => {
        const log = tell(steps);
        if (last.name === 'Undo' || last.name === 'Redo') return;
        const before = withoutDeeds(log.state);
        const count = log.events.length;
        if (log.ask(LEADER, last) || log.events.length === count) return;
        const after = withoutDeeds(log.state);
        const refusal = log.ask(LEADER, { name: 'Undo', data: {} });
        if (refusal) throw new Error(`${last.name}: ${refusal.code}`);
        expect(withoutDeeds(log.state)).toEqual(settled(before, log.state));
        log.do(LEADER, { name: 'Redo', data: {} });
        expect(withoutTimes(withoutDeeds(log.state))).toEqual(withoutTimes(after));
      }),
      { numRuns: RUNS * 2 }
    );
  });

  test('R60-R65 nobody sees what may not be seen', () => {
    check((steps) => {
      const { state } = tell(steps);
      for (const audience of AUDIENCES) {
        const view = viewOf(state, audience, directory);
        for (const seen of Object.values(view.notes)) {
          const known = state.notes[seen.id] as MeetingState['notes'][string];
          const asked = state.prompts[known.prompt] as MeetingState['prompts'][string];
          expect(known.withdrawn).toBe(false);
          if (audience.view === 'participant') expect(known.author).toBe(audience.id);
          if (audience.view !== 'leader' && audience.view !== 'participant') expect(known.hidden).toBe(false);
          const lit = state.screen.view === 'note' && state.screen.note === seen.id;
          if (audience.view === 'wall' && asked.hidden && !asked.revealed) expect(lit).toBe(true);
          const said = JSON.stringify(seen.by ?? {});
          const anonymous = known.pledge === 'anonymous' || known.fields.speaker === 'anonymous';
          if (anonymous) expect(said).not.toMatch(/NAME|ORG|berit|mans/);
          if (known.pledge === 'organisation') expect(said).not.toMatch(/NAME|berit|mans/);
          if (audience.view === 'wall' && asked.kind !== 'quote') expect(seen.by).toBeUndefined();
        }
        const drafts = Object.values(view.prompts).filter((one) => one.stage === 'draft');
        if (audience.view !== 'leader') expect(drafts).toEqual([]);
      }
    });
  });

  test('R36 a text is only ever what its author wrote', () => {
    check((steps) => {
      const log = tell(steps);
      for (const one of Object.values(log.state.notes)) {
        const written = log.events.flatMap((event) =>
          (event.name === 'NoteSubmitted' || event.name === 'NoteChanged') && event.data.note === one.id
            ? [{ by: event.by.id, fields: event.data.fields }]
            : []
        );
        expect(written.every(({ by }) => by === one.author)).toBe(true);
        expect(written.at(-1)?.fields).toEqual(one.fields);
      }
    });
  });
});

/** The leader's view apart from the undo buttons themselves. */
function withoutDeeds(state: MeetingState) {
  return { ...viewOf(state, { view: 'leader', id: LEADER.id }, directory), undo: null, redo: null };
}

type LeaderView = ReturnType<typeof withoutDeeds>;

/** R53: where an answered question would have become a draft again it is closed instead. */
function settled(before: LeaderView, now: MeetingState): LeaderView {
  const prompts = Object.entries(before.prompts).map(([id, seen]) => {
    const answered =
      seen.stage === 'draft' && now.prompts[id]?.notes.some((one) => !now.notes[one]?.withdrawn);
    return [id, answered ? { ...seen, stage: 'closed', openedAt: now.prompts[id]?.openedAt } : seen] as const;
  });
  return { ...before, prompts: Object.fromEntries(prompts) as LeaderView['prompts'] };
}

/** Redoing happens later than the first time: its times differ. */
function withoutTimes(view: LeaderView): unknown {
  return JSON.parse(JSON.stringify(view, (key, value: unknown) => (/At$/.test(key) ? undefined : value)));
}
