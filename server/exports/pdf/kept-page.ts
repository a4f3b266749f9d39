/** A page that is drawn on later, when what comes after it is known. The library ends each page where the next one begins. */
import type { Doc } from './marks.ts';

export class KeptPage {
  readonly #doc: Doc;
  readonly #page: Doc['page'];
  #over = false;

  /** The page that is being filled. Its numbers, marks and fonts stay its own: of what is drawn the place on it must be known by then. */
  constructor(doc: Doc) {
    this.#doc = doc;
    this.#page = doc.page;
    this.#page.end = () => void (this.#over = true);
  }

  draw(draw: () => void): void {
    const { page } = this.#doc;
    this.#doc.page = this.#page;
    draw();
    this.#doc.page = page;
  }

  /** It is done. */
  end(): void {
    Reflect.deleteProperty(this.#page, 'end');
    // The last page of all is ended with the document.
    if (this.#over) this.#page.end();
  }
}
