/** The live bar: what stands in it, and what lies behind its "More". */
import { describe, expect, test } from 'vitest';
import { actsOf, laidOut } from '../../src/lib/meeting/console/acts.ts';
import { EMPTY_VIEW } from '../../src/lib/domain/meeting/view.ts';
import type { MeetingView, PromptView } from '../../src/lib/domain/meeting/view.ts';
import { overwriteGetLocale } from '../../src/lib/paraglide/runtime.js';

const closed = {
  id: 'prompt-1',
  kind: 'role-card',
  title: 'Vem är du?',
  stage: 'closed',
  hidden: true,
  revealed: true,
  count: 3
} as unknown as PromptView;

function keys(prompt: PromptView, clusters: MeetingView['clusters'] = {}) {
  const draft = { ...closed, id: 'prompt-2', stage: 'draft' } as PromptView;
  const view: MeetingView = {
    ...EMPTY_VIEW,
    phase: 'open',
    agenda: [prompt.id, draft.id],
    prompts: { [prompt.id]: prompt, [draft.id]: draft },
    clusters
  };
  const { shown, more } = laidOut(actsOf(view, prompt));
  const of = (acts: typeof shown) => acts.map(({ key }) => key).join('');
  return { shown: of(shown), more: of(more) };
}

test('of five acts the two that are next stand in the bar', () => {
  expect(keys(closed)).toEqual({ shown: 'FN', more: 'OVA' });
});

test('what is next is never behind "More"', () => {
  expect(keys({ ...closed, revealed: false } as PromptView)).toEqual({ shown: 'VN', more: 'OA' });
});

test('two acts need no "More"', () => {
  expect(keys({ ...closed, stage: 'open' } as PromptView)).toMatchObject({ shown: 'SN' });
});

test('the room is asked about sentences once there is a theme to lay them in', () => {
  const notes = { ...closed, kind: 'sticky-note' } as PromptView;
  expect(keys(notes).shown).not.toContain('F');
  const theme = { id: 'theme-1', prompt: notes.id, label: 'Mötas', theme: true } as const;
  expect(keys(notes, { 'theme-1': theme }).shown).toContain('F');
});

test('a vote that is open has nothing to show yet; closed, its result is shown or concealed', () => {
  const vote = { ...closed, kind: 'dots', vote: {} } as unknown as PromptView;
  expect(keys({ ...vote, stage: 'open', revealed: false } as PromptView).shown).toBe('SN');
  expect(keys({ ...vote, revealed: false } as PromptView).shown).toBe('VN');
  expect(keys(vote)).toMatchObject({ shown: 'N', more: 'OVA' });
});

describe('steps of other kinds', () => {
  const step = (kind: string, more: Partial<PromptView>) =>
    ({ ...closed, kind, count: 0, revealed: false, ...more }) as PromptView;
  const labels = (prompt: PromptView, locale: 'sv' | 'en' = 'sv') => {
    overwriteGetLocale(() => locale);
    const view: MeetingView = {
      ...EMPTY_VIEW,
      phase: 'open',
      agenda: [prompt.id],
      prompts: { [prompt.id]: prompt }
    };
    return actsOf(view, prompt).map(({ label }) => label);
  };

  test('a break begins and ends, and shows nothing', () => {
    expect(labels(step('break', { stage: 'draft' }))).toEqual(['Börja programpunkten']);
    expect(labels(step('break', { stage: 'open' }))).toEqual(['Avsluta programpunkten', 'Avsluta träffen']);
    expect(labels(step('break', { stage: 'draft' }), 'en')).toEqual(['Start the programme item']);
  });

  test('a vote shows its result once it is closed', () => {
    expect(labels(step('dots', { stage: 'open' }))).toEqual(['Stäng röstningen', 'Avsluta träffen']);
    expect(labels(step('dots', { stage: 'closed' }))).toEqual([
      'Visa resultatet på väggen',
      'Öppna röstningen igen',
      'Avsluta träffen'
    ]);
  });
});

/** Steps in the order of the agenda; what is closed was closed in that order too. */
function dayOf(stages: readonly PromptView['stage'][]): MeetingView {
  const prompts = stages.map(
    (stage, at) =>
      ({
        ...closed,
        id: `prompt-${at}`,
        stage,
        ...(stage === 'closed' && { closedAt: at + 1 })
      }) as PromptView
  );
  return {
    ...EMPTY_VIEW,
    phase: 'open',
    agenda: prompts.map(({ id }) => id),
    prompts: Object.fromEntries(prompts.map((one) => [one.id, one]))
  };
}

describe('next', () => {
  const acts = (stages: readonly PromptView['stage'][], looked: number) => {
    const all = dayOf(stages);
    return actsOf(all, all.prompts[`prompt-${looked}`]);
  };
  const opened = (stages: readonly PromptView['stage'][], looked: number) =>
    acts(stages, looked).find(({ key, also }) => key === 'N' || also === 'N')?.request;
  const opens = (at: number) => ({ name: 'OpenPrompt', data: { prompt: `prompt-${at}` } });

  test('is the first step that has not been opened, after the one that the room is at', () => {
    expect(opened(['open', 'draft', 'draft'], 0)).toEqual(opens(1));
    expect(opened(['draft', 'open', 'closed', 'draft'], 1)).toEqual(opens(3));
    expect(opened(['draft', 'closed', 'draft'], 1)).toEqual(opens(2));
  });

  test('never goes back: after the last step comes the end, also where one was skipped', () => {
    expect(opened(['closed', 'draft', 'open'], 2)).toBeUndefined();
    expect(acts(['closed', 'draft', 'open'], 2).map(({ key }) => key)).toEqual(['S', 'V', 'A', 'B']);
    expect(acts(['closed', 'draft', 'closed'], 2).map(({ key }) => key)).toContain('A');
  });

  test('follows the room, not what is looked at', () => {
    expect(opened(['closed', 'open', 'draft', 'draft'], 0)).toEqual(opens(2));
    expect(opened(['closed', 'open', 'draft', 'draft'], 3)).toEqual(opens(2));
  });

  test('is what opens the step that is looked at, where that is the next one', () => {
    const first = acts(['draft', 'draft'], 0);
    expect(first.map(({ key }) => key)).toEqual(['O']);
    expect(opened(['draft', 'draft'], 0)).toEqual(opens(0));
    expect(opened(['open', 'draft', 'draft'], 1)).toEqual(opens(1));
  });

  test('a skipped step is opened from the agenda', () => {
    expect(acts(['closed', 'draft', 'open'], 1)).toMatchObject([
      { key: 'O', request: opens(1) },
      { key: 'B' }
    ]);
  });
});

describe('the end of the day', () => {
  const finish = (stages: readonly PromptView['stage'][], looked: number) => {
    const all = dayOf(stages);
    return actsOf(all, all.prompts[`prompt-${looked}`]).find(({ key }) => key === 'A');
  };

  test('asks first', () => {
    expect(finish(['closed', 'closed'], 1)).toMatchObject({ asks: true, first: true });
    expect(finish(['closed', 'draft'], 0)).toMatchObject({ asks: true });
  });

  test('is never the likeliest act while something is open', () => {
    expect(finish(['closed', 'open'], 1)?.first).toBe(false);
    expect(finish(['closed', 'open'], 0)?.first).toBe(false);
  });
});

describe('back', () => {
  const back = (stages: readonly PromptView['stage'][], at: number) => {
    const all = dayOf(stages);
    return actsOf(all, all.prompts[`prompt-${at}`]).find(({ key }) => key === 'B')?.request;
  };

  test('opens the step before that has been opened', () => {
    expect(back(['closed', 'open'], 1)).toEqual({ name: 'OpenPrompt', data: { prompt: 'prompt-0' } });
    expect(back(['closed', 'draft', 'open'], 2)).toEqual({
      name: 'OpenPrompt',
      data: { prompt: 'prompt-0' }
    });
  });

  test('is not offered where there is none, or it is open already', () => {
    expect(back(['open'], 0)).toBeUndefined();
    expect(back(['draft', 'open'], 1)).toBeUndefined();
    expect(back(['open', 'draft'], 1)).toBeUndefined();
  });
});
