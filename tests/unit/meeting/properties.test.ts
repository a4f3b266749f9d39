/** What holds for any sequence of commands, whoever sends them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MachineRequest, Request as Asked } from '../../../src/lib/domain/meeting/commands.ts';
import { fold } from '../../../src/lib/domain/meeting/evolve.ts';
import { whyNotFind } from '../../../src/lib/domain/meeting/finding.ts';
import { MACHINE } from '../../../src/lib/domain/meeting/ids.ts';
import type { Actor } from '../../../src/lib/domain/meeting/ids.ts';
import { EMPTY } from '../../../src/lib/domain/meeting/state.ts';
import type { MeetingState } from '../../../src/lib/domain/meeting/state.ts';
import { isAnswered } from '../../../src/lib/domain/meeting/step-deeds.ts';
import { patched } from '../../../src/lib/domain/meeting/view.ts';
import { concerns } from '../../../src/lib/domain/meeting/touched.ts';
import type { Recorded } from '../../../src/lib/domain/meeting/events.ts';
import { patchOf, viewOf } from '../../../src/lib/domain/meeting/visibility.ts';
import { directoryOf } from '../../../src/lib/domain/meeting/sight.ts';
import type { Audience } from '../../../src/lib/domain/meeting/sight.ts';
import { BERIT, CO_LEADER, LEADER, Log, MANS } from './log.ts';

type Request = Asked | MachineRequest;

const RUNS = process.env.DEEP ? 1_000 : 150;

/** Canaries: a name, an organisation or a text that turns up where it may not is seen at once. */
const PEOPLE: Record<string, { name: string; organisation: string }> = {
  [BERIT.id]: { name: 'NAME-berit', organisation: 'ORG-norrskog' },
  [MANS.id]: { name: 'NAME-mans', organisation: 'ORG-hoglanda' }
};
/** Of a note that was brought in: no person's. */
const PLACE = { id: 'place-0001', name: 'ORG-tallmo' };
const directory = directoryOf(new Map(Object.entries(PEOPLE)), new Map([[PLACE.id, PLACE.name]]));

const AUDIENCES: Audience[] = [
  { view: 'leader', id: LEADER.id },
  { view: 'leader', id: CO_LEADER.id },
  { view: 'participant', id: BERIT.id },
  { view: 'participant', id: MANS.id },
  { view: 'wall' },
  { view: 'review' }
];

const prompt = fc.constantFrom('prompt-1', 'prompt-2', 'prompt-3', 'prompt-4');
const note = fc.constantFrom('note-0001', 'note-0002', 'note-0003', 'note-0004', 'note-0005', 'note-0006');
const cluster = fc.constantFrom('cluster-1', 'cluster-2', 'cluster-3', 'cluster-4');
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
    perPerson: fc.constantFrom(0, 2),
    minutes: fc.constantFrom(0, 5),
    grace: fc.constantFrom(0, 3),
    moderation: fc.constantFrom('off', 'after', 'before'),
    perGroup: fc.boolean(),
    suggests: fc.boolean()
  },
  { requiredKeys: [] }
);

const onThePlan = fc.oneof(
  fc
    .tuple(prompt, fc.constantFrom('role-card', 'quote', 'sticky-note', 'poem'), text, fc.nat(4))
    .map(([id, kind, more, index]) => ({
      name: 'AddPrompt',
      data: { title: 'Vem?', ...more, prompt: id, kind, index }
    })),
  fc.tuple(prompt, text).map(([id, more]) => ({ name: 'EditPrompt', data: { prompt: id, ...more } })),
  // Of the step into which one was brought in: it is told by what the step promises then.
  pledge.map((to) => ({ name: 'EditPrompt', data: { prompt: 'prompt-1', pledge: to } })),
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
    .tuple(fc.constantFrom('HideNote', 'HideNote', 'RestoreNote', 'RestoreNote', 'EraseNote'), note)
    .map(([name, id]) => ({ name, data: { note: id } })),
  note.map((id) => ({ name: 'TurnProjector', data: { screen: { view: 'note', note: id } } })),
  prompt.map((id) => ({ name: 'TurnProjector', data: { screen: { view: 'prompt', prompt: id } } })),
  fc
    .tuple(prompt, fc.nat(3))
    .map(([id, stop]) => ({ name: 'TurnProjector', data: { screen: { view: 'tour', prompt: id, stop } } })),
  fc.tuple(prompt, note).map(([id, held]) => ({
    name: 'TurnProjector',
    data: { screen: { view: 'quotes', prompt: id, note: held } }
  })),
  note.map((id) => ({ name: 'TurnProjector', data: { screen: { view: 'word', note: id } } })),
  fc.boolean().map((dark) => ({ name: 'DarkenProjector', data: { dark } })),
  fc
    .tuple(
      prompt,
      fc.record(
        { shown: fc.nat(60), face: fc.constantFrom('caveat-brush', 'patrick-hand'), locked: fc.boolean() },
        { requiredKeys: [] }
      )
    )
    .map(([id, chosen]) => ({ name: 'SetWall', data: { prompt: id, ...chosen } })),
  prompt.map((id) => ({ name: 'TidyWall', data: { prompt: id } })),
  fc.constantFrom('OpenMeeting', 'FinishMeeting', 'Undo', 'Undo', 'Redo').map((name) => ({ name, data: {} }))
);
const onTheBoard = fc.oneof(
  fc
    .tuple(fc.array(note, { minLength: 1, maxLength: 3 }), cluster, fc.constantFrom(undefined, '', 'Namn'))
    .map(([notes, to, name]) => ({
      name: 'MoveNotes',
      data: { notes, cluster: to, ...(name === undefined ? {} : { name }) }
    })),
  fc.tuple(cluster, cluster).map(([one, into]) => ({ name: 'MergeClusters', data: { cluster: one, into } })),
  fc.tuple(cluster, cluster).map(([one, other]) => ({ name: 'KeepApart', data: { cluster: one, other } })),
  fc
    .tuple(cluster, fc.constantFrom('', 'Namn', 'Annat'))
    .map(([id, name]) => ({ name: 'NameCluster', data: { cluster: id, name } })),
  fc
    .tuple(prompt, cluster)
    .map(([id, theme]) => ({ name: 'AddCluster', data: { prompt: id, cluster: theme, name: 'Tema' } })),
  fc
    .tuple(fc.constantFrom('RemoveCluster', 'KeepWhole'), cluster)
    .map(([name, id]) => ({ name, data: { cluster: id } })),
  fc
    .tuple(prompt, fc.array(fc.record({ note, cluster }), { minLength: 1, maxLength: 4 }))
    .map(([id, placements]) => ({ name: 'SortNotes', data: { prompt: id, placements } })),
  fc
    .tuple(fc.constantFrom('StartFinding', 'StartFinding', 'EndFinding'), prompt)
    .map(([name, id]) => ({ name, data: { prompt: id } }))
);
const votes = fc.record({
  about: fc.constantFrom(null, { prompt: 'prompt-1', of: 'notes' }, { prompt: 'prompt-1', of: 'clusters' }),
  choices: fc.constantFrom([], [{ id: 'choice-1', text: 'CHOICE' }]),
  votes: fc.constantFrom(1, 3),
  stack: fc.boolean(),
  low: fc.constant(''),
  high: fc.constant('Mycket')
});
const group = fc.constantFrom('group-01', 'group-02');
const person = fc.constantFrom(BERIT.id, MANS.id);
const thought = fc.constantFrom('thought-1', 'thought-2');
const inTheRoom = fc.oneof(
  fc
    .tuple(prompt, fc.constantFrom('dots', 'ranking', 'points', 'scale', 'talk', 'break'), text, votes)
    .map(([id, kind, more, vote]) => ({
      name: 'AddPrompts',
      data: { steps: [{ title: 'Vilka?', ...more, prompt: id, kind, vote }], index: 1 }
    })),
  fc.tuple(prompt, votes).map(([id, vote]) => ({ name: 'EditPrompt', data: { prompt: id, vote } })),
  fc
    .tuple(fc.constantFrom('PauseTimer', 'ResumeTimer', 'StopTimer'), prompt)
    .map(([name, id]) => ({ name, data: { prompt: id } })),
  fc
    .tuple(fc.constantFrom('StartTimer', 'ExtendTimer'), prompt, fc.constantFrom(1, 60))
    .map(([name, id, seconds]) => ({ name, data: { prompt: id, seconds } })),
  fc
    .tuple(fc.constantFrom('RevealNote', 'ConcealNote'), note)
    .map(([name, id]) => ({ name, data: { note: id } })),
  fc
    .tuple(prompt, fc.array(note, { minLength: 1, maxLength: 3 }))
    .map(([id, notes]) => ({ name: 'ApproveNotes', data: { prompt: id, notes } })),
  fc.tuple(prompt, note, fields, fc.boolean()).map(([id, one, content, isFrom]) => ({
    name: 'ImportNotes',
    data: {
      prompt: id,
      notes: [{ note: one, fields: content, ...(isFrom ? { organisation: PLACE.id } : {}) }]
    }
  })),
  fc
    .tuple(
      fc.subarray(['group-01', 'group-02']),
      fc.record({ [BERIT.id]: group, [MANS.id]: group }, { requiredKeys: [] })
    )
    .map(([ids, members]) => ({
      name: 'SplitRoom',
      data: { groups: ids.map((id) => ({ id, name: `Grupp ${id}` })), members }
    })),
  fc
    .tuple(fc.array(person, { minLength: 1, maxLength: 2 }), fc.option(group))
    .map(([people, to]) => ({ name: 'MoveToGroup', data: { people, group: to } })),
  thought.map((id) => ({ name: 'ParkThought', data: { thought: id, text: 'Sen' } })),
  fc
    .tuple(thought, fc.boolean())
    .map(([id, done]) => ({ name: 'ChangeThought', data: { thought: id, text: 'Nu', done } })),
  thought.map((id) => ({ name: 'DropThought', data: { thought: id } })),
  fc.constantFrom({ view: 'thoughts' }, { view: 'groups', prompt: 'prompt-1' }).map((screen) => ({
    name: 'TurnProjector',
    data: { screen }
  }))
);
const byLeader = fc.oneof(onThePlan, onTheBoard, inTheRoom);
/** Reasons that speak of other notes, labels that stand on any. */
const byMachine = fc
  .tuple(
    prompt,
    fc.array(fc.record({ note, cluster, other: note }), { maxLength: 3 }),
    fc.array(fc.record({ cluster, text: fc.constant('LABEL'), from: note }), { maxLength: 2 })
  )
  .map(([id, placements, labels]) => ({
    name: 'PlaceNotes',
    data: {
      prompt: id,
      placements: placements.map(({ other, ...where }) => ({ ...where, why: { kind: 'same', other } })),
      labels
    }
  }));
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
  { weight: 1, arbitrary: note.map((id) => ({ name: 'WithdrawNote', data: { note: id } })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(prompt, cluster, cluster, fc.constantFrom('same', 'same', 'apart', 'own', 'unsure'))
      .map(([id, one, other, says]) => ({
        name: 'GiveAnswer',
        data: { prompt: id, cluster: one, other, says }
      }))
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(note, cluster)
      .map(([id, theme]) => ({ name: 'PlaceOwnNote', data: { note: id, cluster: theme } }))
  },
  { weight: 1, arbitrary: note.map((id) => ({ name: 'PassOwnNote', data: { note: id } })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        prompt,
        fc.dictionary(
          fc.constantFrom('choice-1', 'note-0001', 'note-0002', 'cluster-1', 'the-scale'),
          fc.nat(3),
          {
            maxKeys: 2
          }
        )
      )
      .map(([id, ballot]) => ({ name: 'CastBallot', data: { prompt: id, ballot } }))
  },
  { weight: 1, arbitrary: group.map((id) => ({ name: 'JoinGroup', data: { group: id } })) },
  { weight: 1, arbitrary: prompt.map((id) => ({ name: 'TakePen', data: { prompt: id } })) }
);
const step = fc.oneof(
  fc.tuple(fc.constantFrom(LEADER, LEADER, CO_LEADER), byLeader),
  fc.tuple(fc.constantFrom(BERIT, MANS), byParticipant),
  fc.tuple(fc.constant(MACHINE), byMachine)
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
  [
    LEADER,
    {
      name: 'AddPrompt',
      data: {
        prompt: 'prompt-4',
        kind: 'dots',
        title: 'Vilka?',
        vote: {
          about: { prompt: 'prompt-1', of: 'clusters' },
          choices: [],
          votes: 2,
          stack: true,
          low: '',
          high: ''
        }
      }
    }
  ],
  [
    LEADER,
    {
      name: 'SplitRoom',
      data: {
        groups: [
          { id: 'group-01', name: 'Ett' },
          { id: 'group-02', name: 'Två' }
        ],
        members: { [BERIT.id]: 'group-01' }
      }
    }
  ],
  [LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-1' } }],
  ...cards(['note-0001', 'note-0002', 'note-0003']),
  [
    LEADER,
    {
      name: 'ImportNotes',
      data: {
        prompt: 'prompt-1',
        notes: [{ note: 'note-0006', fields: { text: 'Utifrån' }, organisation: PLACE.id }]
      }
    }
  ],
  ...steps
]);

/** Written by one, in one cluster. */
function cards(ids: string[]): [Actor, Request][] {
  return ids.flatMap((id): [Actor, Request][] => [
    [BERIT, { name: 'SubmitNote', data: { note: id, prompt: 'prompt-1', fields: { text: `Kort ${id}` } } }],
    [
      MACHINE,
      {
        name: 'PlaceNotes',
        data: {
          prompt: 'prompt-1',
          placements: [{ note: id, cluster: 'cluster-1', why: { kind: 'same', other: 'note-0001' } }],
          labels: []
        }
      }
    ]
  ]);
}

function tell(steps: [Actor, Request][]): Log {
  const log = new Log();
  for (const [who, request] of steps) ask(log, who, request);
  return log;
}

/** The machine has just looked: it names the text as it stands. */
function ask(log: Log, who: Actor, request: Request) {
  if (request.name !== 'PlaceNotes') return log.ask(who, request);
  const changedAt = (id: string) => log.state.notes[id]?.changedAt;
  const placements = request.data.placements.map((one) => ({ ...one, changedAt: changedAt(one.note) }));
  const labels = request.data.labels.map((one) => ({ ...one, changedAt: changedAt(one.from) }));
  return log.ask(who, { name: 'PlaceNotes', data: { ...request.data, placements, labels } });
}

/** R44: changes nothing but the picture. */
function isNoDeed(request: Request, { screen }: MeetingState): boolean {
  if (request.name === 'TidyWall' || request.name === 'EraseNote') return true;
  return request.name === 'TurnProjector' && request.data.screen.view === 'tour' && screen.view === 'tour';
}

function check(property: (steps: [Actor, Request][]) => void): void {
  fc.assert(fc.property(story, property), { numRuns: RUNS });
}

/** On a busy machine, and with DEEP, this takes its time. */
const TIMEOUT = 300_000;

describe('any sequence of commands', { timeout: TIMEOUT }, () => {
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

  test('R41 no word is on the projector whose question is concealed', () => {
    check((steps) => {
      const log = new Log();
      for (const [who, request] of steps) {
        ask(log, who, request);
        const { screen, notes, prompts } = log.state;
        if (screen.view !== 'word') continue;
        const asked = prompts[notes[screen.note]!.prompt]!;
        expect(asked.hidden && !asked.revealed).toBe(false);
      }
    });
  });

  test('R66 the patches of every audience fold to what it may see', () => {
    check((steps) => {
      const log = new Log();
      const views = AUDIENCES.map((audience) => viewOf(EMPTY, audience, directory));
      for (const [who, request] of steps) {
        const before = log.events.length;
        ask(log, who, request);
        AUDIENCES.forEach((audience, index) => {
          // As the server does: a command's events are told together, each by the state after the last; and phones of which
          // nothing of their own was touched share one message.
          const fresh = log.events.slice(before);
          const told = asTold(log.state, audience, fresh);
          const patches = fresh.map((event) => patchOf(log.state, told, event, directory));
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
        if (last.name === 'Undo' || last.name === 'Redo' || isNoDeed(last, log.state)) return;
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
          // Whose answer was erased sees that it is gone, and nothing else.
          if (seen.erased) expect(seen).toMatchObject({ id: known.id, fields: {} });
          expect(known.withdrawn).toBe(seen.erased === true && audience.view === 'participant');
          const group = audience.view === 'participant' && state.members[audience.id];
          if (audience.view === 'participant' && (known.group === undefined || known.group !== group))
            expect(known.author).toBe(audience.id);
          if (audience.view !== 'leader' && audience.view !== 'participant')
            expect(known.hidden || known.held).toBeFalsy();
          const lit = state.screen.view === 'note' && state.screen.note === seen.id;
          if (audience.view === 'wall' && asked.hidden && !asked.revealed)
            expect(lit || known.revealed).toBe(true);
          const said = JSON.stringify(seen.by ?? {});
          const anonymous =
            known.pledge === 'anonymous' || known.fields.speaker === 'anonymous' || known.group !== undefined;
          if (anonymous) expect(said).not.toMatch(/NAME|ORG|berit|mans/);
          if (known.imported) {
            expect(said).not.toMatch(/NAME|berit|mans|hoglanda|norrskog/);
            // R39: nobody promised it anything when it was written, so what its step promises now holds of it.
            if (asked.pledge === 'anonymous') expect(said).not.toContain(PLACE.name);
          }
          if (known.pledge === 'organisation') expect(said).not.toMatch(/NAME|berit|mans/);
          if (audience.view === 'wall' && asked.kind !== 'quote') expect(seen.by).toBeUndefined();
        }
        const drafts = Object.values(view.prompts).filter((one) => one.stage === 'draft');
        if (audience.view !== 'leader') expect(drafts).toEqual([]);
        for (const { stage, vote } of Object.values(view.prompts)) {
          if (stage !== 'closed') expect(vote?.result).toBeUndefined();
          if (audience.view !== 'participant') expect(vote?.mine).toBeUndefined();
        }
        if (audience.view === 'participant') {
          expect(view.thoughts).toEqual([]);
          expect(JSON.stringify(view)).not.toMatch(new RegExp(`${PLACE.id}|${PLACE.name}`));
        }
        if (audience.view !== 'leader') expect(JSON.stringify(view.groups)).not.toMatch(/berit|mans/);
      }
    });
  });

  test('R70 the machine moves nothing that lies, and nothing else but its author moves what a leader has laid', () => {
    check((steps) => {
      const log = new Log();
      for (const [who, request] of steps) {
        const before = log.state;
        ask(log, who, request);
        for (const one of Object.values(log.state.notes)) {
          const place = before.notes[one.id]?.place;
          if (who.role === 'machine' && place) expect(one.place).toEqual(place);
          if (who.role !== 'leader' && place?.by === 'leader') expect(one.place?.by).toBe('leader');
        }
      }
    });
  });

  test('R74 a note that stands lies in a cluster that stands, of its own prompt', () => {
    check((steps) => {
      const { notes, clusters } = tell(steps).state;
      for (const { withdrawn, place, prompt: asked } of Object.values(notes)) {
        if (!place || withdrawn) continue;
        expect(clusters[place.cluster]).toMatchObject({ prompt: asked });
        expect(clusters[place.cluster]?.into).toBeUndefined();
        expect(clusters[place.cluster]?.removed).toBeUndefined();
      }
    });
  });

  test('R77 no label, reason or count tells of what may not be seen', () => {
    check((steps) => {
      const { state } = tell(steps);
      for (const audience of AUDIENCES) {
        const view = viewOf(state, audience, directory);
        if (audience.view === 'participant') expect(view.clusters).toEqual({});
        for (const seen of Object.values(view.clusters)) {
          const lying = Object.values(view.notes).filter((one) => one.cluster === seen.id);
          if (!seen.theme || audience.view !== 'leader') expect(lying).not.toEqual([]);
          const from = state.clusters[seen.id]?.label?.from;
          if (seen.label === 'LABEL') expect(lying.some((one) => one.id === from && !one.hidden)).toBe(true);
        }
        for (const one of Object.values(view.notes)) {
          if (audience.view !== 'leader') expect(one.placed).toBeUndefined();
          if (one.cluster !== undefined) expect(view.clusters).toHaveProperty(one.cluster);
          const why = one.placed?.why;
          if (why && 'other' in why && state.notes[why.other])
            expect(state.notes[why.other]?.withdrawn).toBe(false);
        }
      }
    });
  });

  test('R81 the room finds together on one prompt at most, and on none that is open', () => {
    check((steps) => {
      const on = Object.values(tell(steps).state.prompts).filter((one) => one.finding === 'on');
      expect(on.length).toBeLessThanOrEqual(1);
      expect(on.every((one) => one.stage !== 'open')).toBe(true);
    });
  });

  test('R84 the room makes no one of two that a leader has named', () => {
    check((steps) => {
      const log = new Log();
      for (const [who, request] of steps) {
        const [before, since] = [log.state, log.events.length];
        ask(log, who, request);
        for (const event of log.events.slice(since)) {
          if (event.name !== 'ClustersMerged' || event.data.by !== 'room') continue;
          expect(before.clusters[event.data.cluster]?.name).toBe('');
        }
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
            : event.name === 'NotesImported'
              ? event.data.notes.flatMap(({ note: id, fields }) =>
                  id === one.id ? [{ by: event.by.id, fields }] : []
                )
              : []
        );
        // Of a group's note whoever had the pen.
        if (one.group === undefined) expect(written.every(({ by }) => by === one.author)).toBe(true);
        expect(one.fields).toEqual(one.erased ? {} : written.at(-1)?.fields);
      }
    });
  });
});

/** Whose message reaches that phone: its own, or the one for all others. */
function asTold(state: MeetingState, audience: Audience, events: readonly Recorded[]): Audience {
  if (audience.view !== 'participant') return audience;
  const isConcerned = events.some((event) => {
    const people = concerns(state, event);
    return people === 'everybody' || people.includes(audience.id);
  });
  return isConcerned ? audience : { view: 'participant', id: '' };
}

/** The leader's view apart from the undo buttons themselves. */
function withoutDeeds(state: MeetingState) {
  const view = viewOf(state, { view: 'leader', id: LEADER.id }, directory);
  // Time that was taken back goes on with what was left then, from now.
  const prompts = Object.entries(view.prompts).map(([id, { timer, ...seen }]) => [
    id,
    { ...seen, timer: timer && { length: timer.length, runs: 'endsAt' in timer } }
  ]);
  return {
    ...view,
    prompts: Object.fromEntries(prompts) as typeof view.prompts,
    undo: null,
    redo: null,
    deeds: []
  };
}

type LeaderView = ReturnType<typeof withoutDeeds>;

/**
 * R53: where an answered question would have become a draft again it is closed instead, and its meeting stays open. R80: what has been hidden since it
 * began, or stands empty, is not found together once more.
 */
function settled(before: LeaderView, now: MeetingState): LeaderView {
  const prompts = Object.entries(before.prompts).map(([id, seen]) => {
    const answered =
      seen.stage === 'draft' &&
      now.prompts[id]?.stage !== 'draft' &&
      now.prompts[id]?.notes.some((one) => !now.notes[one]?.withdrawn);
    const kept = now.prompts[id];
    if (seen.finding === 'on' && kept?.finding !== 'on' && kept && whyNotFind(now, kept))
      return [id, { ...seen, finding: kept.finding }] as const;
    return [id, answered ? { ...seen, stage: 'closed', openedAt: now.prompts[id]?.openedAt } : seen] as const;
  });
  const begun =
    before.phase === 'planned' && Object.values(now.prompts).some((prompt) => isAnswered(now, prompt));
  const { phase, openedAt } = begun ? now : before;
  return { ...before, phase, openedAt, prompts: Object.fromEntries(prompts) as LeaderView['prompts'] };
}

/** Redoing happens later than the first time: its times differ. */
function withoutTimes(view: LeaderView): unknown {
  return JSON.parse(JSON.stringify(view, (key, value: unknown) => (/At$/.test(key) ? undefined : value)));
}
