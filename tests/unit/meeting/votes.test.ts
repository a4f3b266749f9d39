/** Votes in the core: what is voted on, whose ballot counts, and who learns what of it (R29, R90-R92). */
import { describe, expect, test } from 'vitest';
import { MACHINE } from '../../../src/lib/domain/meeting/ids.ts';
import type { Actor } from '../../../src/lib/domain/meeting/ids.ts';
import type { Audience } from '../../../src/lib/domain/meeting/sight.ts';
import { PLAIN_VOTE } from '../../../src/lib/domain/meeting/step-settings.ts';
import type { VoteView } from '../../../src/lib/domain/meeting/view.ts';
import { viewOf } from '../../../src/lib/domain/meeting/visibility.ts';
import { drawOptions, MOST_OPTIONS } from '../../../src/lib/domain/meeting/vote.ts';
import type { CommandData } from '../../../src/lib/domain/meeting/commands.ts';
import { BERIT, LEADER, Log, MANS, openLog, place, submit } from './log.ts';

type VoteSettings = NonNullable<CommandData<'AddPrompt'>['vote']>;

const CHOICES = ['Nav', 'Motor', 'Bro'].map((text) => ({ id: `choice-${text.toLowerCase()}`, text }));
const [NAV, MOTOR, BRO] = CHOICES.map(({ id }) => id) as [string, string, string];

function votingLog(
  vote: Partial<VoteSettings> = {},
  { kind = 'dots', hidden = false, log = new Log() } = {}
) {
  const settings = { ...PLAIN_VOTE, choices: CHOICES, ...vote };
  const data = { prompt: 'prompt-vote', kind, title: 'Vad först?', hidden, vote: settings };
  log.do(LEADER, { name: 'AddPrompt', data });
  log.do(LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-vote' } });
  return log;
}

/** Berit's and Måns's cards: "nav" twice in one cluster, "motor" in another, and one that lies nowhere. */
function cardsLog() {
  const log = openLog();
  log.do(BERIT, submit('note-nav1', 'Nav'));
  log.do(MANS, submit('note-nav2', 'nav'));
  log.do(MANS, submit('note-motor', 'Motor'));
  log.do(MANS, submit('note-loose', 'Bro'));
  log.do(MACHINE, place(log, 'note-nav1', 'cluster-nav', 'Nav'));
  log.do(MACHINE, place(log, 'note-nav2', 'cluster-nav'));
  log.do(MACHINE, place(log, 'note-motor', 'cluster-motor', 'Motor'));
  return log;
}
const quote = (note: string, text: string) =>
  ({
    name: 'SubmitNote',
    data: { note, prompt: 'prompt-1', fields: { text, speaker: 'anonymous' } }
  }) as const;
const cast = (ballot: Record<string, number>) =>
  ({ name: 'CastBallot', data: { prompt: 'prompt-vote', ballot } }) as const;
const close = { name: 'ClosePrompt', data: { prompt: 'prompt-vote' } } as const;
const edit = (vote: Partial<VoteSettings>) =>
  ({
    name: 'EditPrompt',
    data: { prompt: 'prompt-vote', vote: { ...PLAIN_VOTE, choices: CHOICES, ...vote } }
  }) as const;

const phone = ({ id }: Actor): Audience => ({ view: 'participant', id });
const LEADING: Audience = { view: 'leader', id: LEADER.id };
function seen(log: Log, audience: Audience): VoteView {
  return viewOf(log.state, audience, () => undefined).prompts['prompt-vote']!.vote!;
}
const about = (of: 'notes' | 'clusters') => ({ about: { prompt: 'prompt-1', of }, choices: [] });

test('R93 an answer that is counted alone is no alternative', () => {
  const log = openLog('quote');
  log.do(BERIT, quote('note-said', 'Det sa jag'));
  const { data } = quote('note-counted', 'Det får ingen läsa');
  log.do(MANS, { name: 'SubmitNote', data: { ...data, unquoted: true } });
  votingLog(about('notes'), { log });
  expect(seen(log, LEADING).options.map(({ text }) => text)).toEqual(['Det sa jag']);
});
const drawn = (log: Log) => seen(log, phone(BERIT)).options.map(({ text }) => text);

describe('R90: what is voted on', () => {
  test('is fixed when the vote is opened', () => {
    const log = votingLog(about('notes'), { log: cardsLog() });
    expect(drawn(log)).toEqual(['Nav', 'Motor', 'Bro']);
    log.do(LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-1' } });
    log.do(BERIT, submit('note-late', 'Tratt'));
    expect(drawn(log)).not.toContain('Tratt');
  });

  test('and anew when it is opened again before anybody has voted, but not after', () => {
    const log = votingLog({}, {});
    log.do(LEADER, close);
    log.do(LEADER, edit({ choices: [...CHOICES, { id: 'choice-tratt', text: 'Tratt' }] }));
    log.do(LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-vote' } });
    expect(drawn(log)).toHaveLength(4);
    log.do(BERIT, cast({ [NAV]: 1 }));
    log.do(LEADER, close);
    expect(log.do(LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-vote' } })).not.toContain(
      'OptionsDrawn'
    );
  });

  test('clusters: the largest first; a card that lies nowhere stands for itself', () => {
    const log = votingLog(about('clusters'), { log: cardsLog() });
    expect(drawn(log)).toEqual(['Nav', 'Motor', 'Bro']);
  });

  test('cards with the same words are one, also when the first of them goes, and nobody loses a vote', () => {
    const log = votingLog({ ...about('notes'), votes: 2 }, { log: cardsLog() });
    log.do(BERIT, cast({ 'note-nav1': 1 }));
    log.do(MANS, { name: 'WithdrawNote', data: { note: 'note-nav2' } });
    expect(drawn(log)).toEqual(['Nav', 'Motor', 'Bro']);
    // A page that has not heard of it may still name the other one.
    log.do(MANS, cast({ 'note-nav2': 1, 'note-loose': 1 }));
    log.do(LEADER, close);
    expect(seen(log, LEADING).result?.options.map(({ text, score }) => [text, score])).toEqual([
      ['Nav', 2],
      ['Bro', 1],
      ['Motor', 0]
    ]);
    const other = votingLog(about('notes'), { log: cardsLog() });
    other.do(BERIT, cast({ 'note-nav1': 1 }));
    other.do(BERIT, { name: 'WithdrawNote', data: { note: 'note-nav1' } });
    expect(drawn(other)).toEqual(['nav', 'Motor', 'Bro']);
    expect(seen(other, phone(BERIT)).mine).toEqual({ 'note-nav2': 1 });
    other.do(BERIT, cast({ 'note-nav2': 1 }));
    other.do(LEADER, close);
    expect(seen(other, LEADING).result?.options[0]).toMatchObject({ id: 'note-nav2', score: 1 });
  });

  test('where the answers lie in no groups each stands for itself, whatever the vote asks for', () => {
    const log = new Log();
    log.do(LEADER, { name: 'AddPrompt', data: { prompt: 'prompt-1', kind: 'quote', title: 'Vad sa de?' } });
    log.do(LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-1' } });
    log.do(BERIT, quote('note-quote1', 'Vi ses i morgon.'));
    log.do(MANS, quote('note-quote2', 'Vi ses i går.'));
    votingLog(about('clusters'), { log });
    expect(drawn(log)).toEqual(['Vi ses i morgon.', 'Vi ses i går.']);
  });

  test('no more than a phone can show', () => {
    const log = openLog();
    for (let index = 0; index < MOST_OPTIONS + 5; index++)
      log.do(BERIT, submit(`note-${index + 1000}`, `Kort ${index}`));
    votingLog(about('notes'), { log });
    expect(drawOptions(log.state, log.state.prompts['prompt-vote']!)).toHaveLength(MOST_OPTIONS);
  });

  test('a vote about nothing is not opened', () => {
    const log = openLog();
    const data = {
      prompt: 'prompt-vote',
      kind: 'dots',
      title: 'Vad?',
      vote: { ...PLAIN_VOTE, ...about('notes') }
    };
    log.do(LEADER, { name: 'AddPrompt', data });
    expect(log.ask(LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-vote' } })?.code).toBe(
      'vote-without-options'
    );
  });

  test('what has been laid together since is one, also in the own ballot, which may be cast again', () => {
    const log = votingLog({ ...about('clusters'), votes: 3 }, { log: cardsLog() });
    log.do(BERIT, cast({ 'cluster-nav': 1, 'cluster-motor': 1 }));
    log.do(LEADER, {
      name: 'MergeClusters',
      data: { cluster: 'cluster-motor', into: 'cluster-nav' }
    });
    expect(drawn(log)).toEqual(['Nav', 'Bro']);
    expect(seen(log, phone(BERIT)).mine).toEqual({ 'cluster-nav': 1 });
    log.do(BERIT, cast({ 'cluster-nav': 1, 'note-loose': 1 }));
    // Måns's phone has not heard of it.
    log.do(MANS, cast({ 'cluster-motor': 1, 'cluster-nav': 1 }));
    log.do(LEADER, close);
    expect(seen(log, LEADING).result).toEqual({
      ballots: 2,
      options: [
        { id: 'cluster-nav', text: 'Nav', score: 2, people: 2 },
        { id: 'note-loose', text: 'Bro', score: 1, people: 1 }
      ]
    });
  });

  test('what was taken back or hidden is none, and costs nobody the rest of the ballot', () => {
    const log = votingLog(about('notes'), { log: cardsLog() });
    log.do(BERIT, cast({ 'note-motor': 1, 'note-loose': 1 }));
    log.do(MANS, { name: 'WithdrawNote', data: { note: 'note-motor' } });
    log.do(LEADER, { name: 'HideNote', data: { note: 'note-nav2' } });
    expect(drawn(log)).toEqual(['Nav', 'Bro']);
    expect(seen(log, phone(BERIT)).mine).toEqual({ 'note-loose': 1 });
    log.do(MANS, cast({ 'note-nav2': 1, 'note-nav1': 1 }));
    log.do(LEADER, close);
    expect(seen(log, LEADING).result?.options.map(({ text, score }) => [text, score])).toEqual([
      ['Nav', 1],
      ['Bro', 1]
    ]);
  });
});

describe('R29: what a vote is about', () => {
  test('cannot be changed once somebody has voted; what its alternatives are called can', () => {
    const log = votingLog();
    log.do(BERIT, cast({ [NAV]: 1 }));
    expect(log.ask(LEADER, edit({ votes: 5 }))?.code).toBe('vote-begun');
    expect(log.ask(LEADER, edit({ choices: CHOICES.slice(1) }))?.code).toBe('vote-begun');
    expect(log.ask(LEADER, edit({ stack: true }))?.code).toBe('vote-begun');
    log.do(LEADER, edit({ choices: CHOICES.map(({ id, text }) => ({ id, text: `${text}!` })) }));
    expect(drawn(log)).toEqual(['Nav!', 'Motor!', 'Bro!']);
  });

  test('can again when everybody has taken back', () => {
    const log = votingLog();
    log.do(BERIT, cast({ [NAV]: 1 }));
    log.do(BERIT, cast({}));
    log.do(LEADER, edit({ votes: 5 }));
    expect(seen(log, phone(BERIT)).votes).toBe(5);
  });
});

describe('R91: a ballot', () => {
  test('comes whole, and the last one counts', () => {
    const log = votingLog();
    log.do(BERIT, cast({ [NAV]: 1, [BRO]: 1 }));
    log.do(BERIT, cast({ [MOTOR]: 1 }));
    log.do(LEADER, close);
    expect(seen(log, LEADING).result).toMatchObject({
      ballots: 1,
      options: [{ id: MOTOR, score: 1 }, { score: 0 }, { score: 0 }]
    });
  });

  test('the same once more is nothing; an empty one takes back', () => {
    const log = votingLog();
    log.do(BERIT, cast({ [NAV]: 1 }));
    expect(log.do(BERIT, cast({ [NAV]: 1 }))).toEqual([]);
    log.do(BERIT, cast({}));
    expect(seen(log, LEADING).cast).toBe(0);
  });

  test('is taken while the vote is open, and not a moment longer', () => {
    const log = votingLog();
    log.do(LEADER, { name: 'EditPrompt', data: { prompt: 'prompt-vote', grace: 600 } });
    log.do(LEADER, close);
    expect(log.ask(BERIT, cast({ [NAV]: 1 }))?.code).toBe('vote-closed');
  });

  test('is not for what is no vote', () => {
    const log = openLog();
    expect(
      log.ask(BERIT, { name: 'CastBallot', data: { prompt: 'prompt-1', ballot: { [NAV]: 1 } } })?.code
    ).toBe('prompt-unknown');
  });

  test('with an alternative that was never there is refused whole', () => {
    const log = votingLog();
    expect(log.ask(BERIT, cast({ [NAV]: 1, 'choice-none': 1 }))?.code).toBe('option-unknown');
    expect(seen(log, LEADING).cast).toBe(0);
  });
});

describe('R92: who learns what', () => {
  const EVERYBODY: readonly Audience[] = [LEADING, { view: 'wall' }, { view: 'review' }, phone(MANS)];

  test('nobody what it comes to before it is closed; how many have voted, all but phones', () => {
    const log = votingLog();
    log.do(BERIT, cast({ [NAV]: 1 }));
    for (const audience of EVERYBODY) expect(seen(log, audience).result).toBeUndefined();
    expect(EVERYBODY.map((audience) => seen(log, audience).cast)).toEqual([1, 1, 1, undefined]);
  });

  test('walls and phones not before it is shown where it is concealed', () => {
    const log = votingLog({}, { hidden: true });
    log.do(BERIT, cast({ [NAV]: 1 }));
    log.do(LEADER, close);
    const shown = () => EVERYBODY.map((audience) => seen(log, audience).result !== undefined);
    expect(shown()).toEqual([true, false, true, false]);
    log.do(LEADER, { name: 'RevealNotes', data: { prompt: 'prompt-vote' } });
    expect(shown()).toEqual([true, true, true, true]);
  });

  test('how somebody voted, that person alone', () => {
    const log = votingLog();
    log.do(BERIT, cast({ [NAV]: 1 }));
    expect(seen(log, phone(BERIT)).mine).toEqual({ [NAV]: 1 });
    expect(seen(log, phone(MANS)).mine).toEqual({});
    log.do(LEADER, close);
    for (const audience of [LEADING, { view: 'wall' }, { view: 'review' }] as const) {
      const view = JSON.stringify(viewOf(log.state, audience, () => undefined));
      expect(view).not.toContain(BERIT.id);
      expect(view).not.toContain('"mine"');
    }
  });
});

test('the next steps that a vote puts first are one deed, and one undo', () => {
  const log = votingLog();
  log.do(LEADER, close);
  const step = (index: number) => ({
    prompt: `prompt-next${index}`,
    kind: 'sticky-note',
    title: `Hur gör vi ${index}?`
  });
  log.do(LEADER, { name: 'AddPrompts', data: { steps: [step(1), step(2), step(3)], index: 1 } });
  expect(log.state.agenda).toEqual(['prompt-vote', 'prompt-next1', 'prompt-next2', 'prompt-next3']);
  log.do(LEADER, { name: 'Undo', data: {} });
  expect(log.state.agenda).toEqual(['prompt-vote']);
});
