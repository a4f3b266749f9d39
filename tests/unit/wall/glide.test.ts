/** How words go from one layout to the next, without a browser. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GLIDE_MS, Glide, eased, transformTo } from '../../../src/lib/meeting/wall/picture/glide.ts';
import type { Pose } from '../../../src/lib/meeting/wall/picture/glide.ts';

const pose = (x: number, more: Partial<Pose> = {}): Pose => ({ x, y: 0, size: 40, seen: 1, ...more });
const HALF = GLIDE_MS / 2;

test('a word sets out gently, is half way at half the time, and arrives', () => {
  const glide = new Glide<Pose>();
  glide.stand('nav', pose(0));
  glide.go('nav', pose(100, { size: 80 }), 1_000);
  expect(glide.at(1_000)).toEqual([['nav', pose(0)]]);
  expect(glide.at(1_000 + HALF)).toEqual([['nav', pose(50, { size: 60 })]]);
  expect(glide.moving).toBe(true);
  expect(glide.at(1_000 + GLIDE_MS)).toEqual([['nav', pose(100, { size: 80 })]]);
  expect(glide.moving).toBe(false);
  expect(glide.at(5_000)).toEqual([]);
});

test('who stays is not touched', () => {
  const glide = new Glide<Pose>();
  for (const id of ['a', 'b', 'c']) glide.stand(id, pose(0));
  glide.go('a', pose(0), 0);
  glide.go('b', pose(7), 0);
  glide.go('c', pose(0), 0);
  expect(glide.at(HALF).map(([id]) => id)).toEqual(['b']);
});

test('told to go elsewhere on its way, a word goes on from where it is', () => {
  const glide = new Glide<Pose>();
  glide.stand('nav', pose(0));
  glide.go('nav', pose(100), 0);
  glide.go('nav', pose(0), HALF);
  expect(glide.at(HALF)).toEqual([['nav', pose(50)]]);
  expect(glide.at(HALF + HALF)).toEqual([['nav', pose(25)]]);
  expect(glide.at(HALF + GLIDE_MS)).toEqual([['nav', pose(0)]]);
});

test('on its way there already, a word is not held up by the next card', () => {
  const glide = new Glide<Pose>();
  glide.stand('nav', pose(0));
  glide.go('nav', pose(100), 0);
  glide.go('nav', pose(100), HALF);
  expect(glide.at(GLIDE_MS)).toEqual([['nav', pose(100)]]);
  expect(glide.moving).toBe(false);
});

test('what is new comes from where it is told to, or is there at once', () => {
  const glide = new Glide<Pose>();
  glide.go('new', pose(9), 0, pose(9, { size: 20, seen: 0 }));
  glide.go('there', pose(3), 0);
  expect(glide.at(HALF)).toEqual([['new', pose(9, { size: 30, seen: 0.5 })]]);
});

test('what stands at once, or is forgotten, is on no way any more', () => {
  const glide = new Glide<Pose>();
  for (const id of ['a', 'b']) {
    glide.stand(id, pose(0));
    glide.go(id, pose(100), 0);
  }
  glide.stand('a', pose(100));
  glide.forget('b');
  expect(glide.moving).toBe(false);
});

describe('the way', () => {
  test('begins at 0 and ends at 1, whatever the clock says before and after', () => {
    expect([-0.1, 0, 1, 7].map(eased)).toEqual([0, 0, 1, 1]);
  });

  test('never goes back', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b) => (a <= b ? eased(a) <= eased(b) : eased(a) >= eased(b))
      )
    );
  });
});

describe('a transform', () => {
  const home = pose(100, { y: 50 });

  test('is none at home', () => {
    expect(transformTo(pose(100, { y: 50, seen: 0.4 }), home)).toBeUndefined();
  });

  test('puts the middle where it is now, and makes letters as large as they are now', () => {
    const [scale, , , , right, down] = transformTo(pose(10, { y: 20, size: 20 }), home)!
      .match(/-?[\d.]+/g)!
      .map(Number);
    expect(scale).toBe(0.5);
    expect([scale! * home.x + right!, scale! * home.y + down!]).toEqual([10, 20]);
  });
});
