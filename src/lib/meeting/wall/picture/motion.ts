/**
 * Moves what a picture shows: one loop of animation frames for its words and its camera, that touches what moves alone, and ends when
 * nothing does. Between two glides the picture is as it was rendered, so that one rendered on a server needs no script to be right.
 */
import type { Box } from '../../../domain/wall/layout/box.ts';
import { Glide, transformTo } from './glide.ts';
import type { Pose } from './glide.ts';
import type { Piece } from './pieces.ts';

export interface Showing {
  standing: readonly Piece[];
  /** They fade away. */
  leaving: readonly Piece[];
  /** What of the wall is seen. */
  frame: Box;
}

/** Of its size: as small is a word that comes, before it has grown. */
const SEED = 0.6;
const CAMERA = 'camera';

export class Motion {
  readonly #words = new Glide<Pose>();
  readonly #camera = new Glide<Box>();
  readonly #elements = new Map<string, { element: SVGElement; home: Pose }>();
  readonly #gone: () => void;
  #svg: SVGSVGElement | undefined;
  #leaving = false;
  #frame: number | undefined;

  /** `gone`: who is leaving has left. */
  constructor(gone: () => void) {
    this.#gone = gone;
  }

  /** After each rendering; the first is never a glide. */
  show(svg: SVGSVGElement, { standing, leaving, frame }: Showing, glides: boolean): void {
    const still = !glides || this.#svg !== svg;
    const now = performance.now();
    this.#svg = svg;
    const elements = new Map(
      [...svg.querySelectorAll<SVGElement>('[data-word]')].map((one) => [one.dataset.word!, one])
    );
    for (const id of this.#elements.keys()) {
      if (elements.has(id)) continue;
      this.#elements.delete(id);
      this.#words.forget(id);
    }
    for (const { id, home } of standing) {
      this.#elements.set(id, { element: elements.get(id)!, home });
      if (still) this.#words.stand(id, home);
      else this.#words.go(id, home, now, { ...home, size: SEED * home.size, seen: 0 });
    }
    this.#leaving = leaving.length > 0;
    for (const { id, home } of leaving) {
      this.#elements.set(id, { element: elements.get(id)!, home });
      this.#words.go(id, { ...home, seen: 0 }, now, home);
    }
    if (still) this.#camera.stand(CAMERA, frame);
    else this.#camera.go(CAMERA, frame, now);
    if (still) this.#settle();
    else this.#draw(now);
  }

  stop(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  #settle(): void {
    this.stop();
    for (const { element } of this.#elements.values()) dress(element, undefined, 1);
  }

  #draw(now: number): void {
    for (const [id, pose] of this.#words.at(now)) {
      const { element, home } = this.#elements.get(id)!;
      dress(element, transformTo(pose, home), pose.seen);
    }
    for (const [, { x, y, width, height }] of this.#camera.at(now))
      this.#svg!.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
    const moving = this.#words.moving || this.#camera.moving;
    if (moving) this.#frame ??= requestAnimationFrame((time) => this.#next(time));
    else if (this.#leaving) this.#gone();
  }

  #next(time: number): void {
    this.#frame = undefined;
    this.#draw(time);
  }
}

/** Attributes stand only while they say something. */
function dress(element: SVGElement, transform: string | undefined, seen: number): void {
  if (transform) element.setAttribute('transform', transform);
  else element.removeAttribute('transform');
  if (seen < 1) element.setAttribute('opacity', seen.toFixed(3));
  else element.removeAttribute('opacity');
}
