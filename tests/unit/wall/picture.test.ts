/** A wall as a server renders it: complete and at rest, before any script. */
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { letteringOf } from '../../../src/lib/domain/wall/layout/lettering.ts';
import { sceneOf } from '../../../src/lib/domain/wall/drawing/scene.ts';
import Picture from '../../../src/lib/meeting/wall/picture/Picture.svelte';
import { WORDS, wall } from './walls.ts';

const layout = wall(WORDS);
const props = { layout, words: WORDS, face: 'caveat-brush', room: 'light' } as const;

describe('rendered on a server, a picture', () => {
  const { body } = render(Picture, { props });

  test('has every line of the scene at its place', () => {
    const drawn = [...body.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)"/g)].map(
      ([, ...place]) => place.map(Number)
    );
    const scene = sceneOf(layout, WORDS, { face: 'caveat-brush' });
    for (const { face, size, lines } of scene.texts) {
      for (const { text, x, baseline } of lines)
        if (letteringOf(face).has(text)) expect(drawn).toContainEqual([x, baseline, size]);
    }
  });

  test('stands still, one group for each word, and is hidden from screen readers', () => {
    expect(body.match(/data-word=/g)).toHaveLength(WORDS.length);
    expect(body).not.toMatch(/transform=|opacity=/);
    expect(body).toMatch(/<svg[^>]* viewBox="0 0 1920 1080"[^>]* aria-hidden="true"/);
  });

  test('shows the part that it is told to show', () => {
    const view = { x: 480, y: 270, width: 960, height: 540 };
    expect(render(Picture, { props: { ...props, view } }).body).toContain('viewBox="480 270 960 540"');
  });

  test('says what people wrote, and nothing else', () => {
    expect(body).toContain('R&amp;D &lt;chef>');
  });
});
