/** What the projector shows of cards that lie together. */
import { describe, expect, test } from 'vitest';
import type { ClusterView, NoteView } from '../../../src/lib/domain/meeting/view.ts';
import { behind } from '../../../src/lib/domain/wall/screens/behind.ts';
import { themeColumns } from '../../../src/lib/domain/wall/screens/theme-columns.ts';
import { wordsOf } from '../../../src/lib/domain/wall/words.ts';

function cards(...texts: readonly (readonly [text: string, explanation?: string])[]): NoteView[] {
  return texts.map(([text, explanation], at) => ({
    id: `n${at}`,
    prompt: 'p',
    fields: { text, ...(explanation ? { explanation } : {}) },
    cluster: 'c'
  }));
}

function behindAll(notes: readonly NoteView[], label = 'Samordnare') {
  const [word] = wordsOf(notes, { c: { label } });
  return behind(word!, Object.fromEntries(notes.map((note) => [note.id, note])), 'text');
}

describe('the cards behind a word', () => {
  test('are its forms, the most common first, each with what was said about it', () => {
    expect(
      behindAll(
        cards(
          ['samordnare', 'Vi ringer runt.'],
          ['Samordning'],
          ['samordnare'],
          ['samordnare', 'Ingen annan gör det.']
        )
      )
    ).toEqual([
      { kind: 'form', text: 'samordnare', count: 3, cards: 1 },
      { kind: 'said', text: 'Vi ringer runt.', cards: 1 },
      { kind: 'said', text: 'Ingen annan gör det.', cards: 1 },
      { kind: 'form', text: 'Samordning', count: 1, cards: 1 }
    ]);
  });

  test('add up to its count: who counts what does not fit counts cards', () => {
    const notes = cards(['a', 'x'], ['a', 'x'], ['b'], ['b', 'y'], ['a']);
    const parts = behindAll(notes);
    expect(parts.reduce((sum, { cards }) => sum + cards, 0)).toBe(notes.length);
  });

  test('are not repeated where all say just that word, and no more', () => {
    expect(behindAll(cards(['Samordnare'], ['Samordnare']))).toEqual([]);
    expect(behindAll(cards(['Samordnare'], ['Samordnare', 'Därför.']))).toEqual([
      { kind: 'said', text: 'Därför.', cards: 1 }
    ]);
    expect(behindAll(cards(['samordna']))).toHaveLength(1);
  });
});

describe('sticky notes under their themes', () => {
  const notes = cards(['ett'], ['två'], ['tre']).map((note, at) => ({
    ...note,
    cluster: ['t1', 't2', 'x'][at]
  }));
  const clusters: Record<string, ClusterView> = {
    x: { id: 'x', prompt: 'p', label: 'tre' },
    t2: { id: 't2', prompt: 'p', label: 'Möten', theme: true },
    t1: { id: 't1', prompt: 'p', label: 'Mat', named: true },
    other: { id: 'other', prompt: 'q', label: 'Annat', named: true }
  };

  test('what lies in none comes last, and nothing is left out', () => {
    const columns = themeColumns('p', clusters, notes);
    expect(columns.map(({ label, notes }) => [label, notes.map(({ id }) => id)])).toEqual([
      ['Möten', ['n1']],
      ['Mat', ['n0']],
      ['', ['n2']]
    ]);
  });

  test('no columns without a name', () => {
    expect(themeColumns('p', { x: clusters.x! }, notes)).toEqual([]);
    expect(themeColumns('p', { other: clusters.other! }, notes)).toEqual([]);
    expect(
      themeColumns('p', { empty: { id: 'empty', prompt: 'p', label: 'Tomt', theme: true } }, notes)
    ).toEqual([]);
  });
});
