/**
 * What is half-written, per prompt (a new note) or per note (a change of it), and where the fingers are.
 * Survives a reload in localStorage, under the person who writes: a phone may be handed on.
 */
import type { Fields } from '$lib/domain/kinds/kind';

export class HalfWritten {
  /** By the id of a prompt or of a note. */
  readonly texts = $state<Record<string, Fields>>({});
  /** The prompt in whose form somebody is writing: the page stays there. */
  at = $state<string | null>(null);
  readonly #prefix: string;

  constructor(meeting: string, person: string) {
    this.#prefix = `ordvagg.half-written.${meeting}.${person}.`;
  }

  /** Reads what was left by an earlier page; in the browser, once. What has been typed meanwhile wins. */
  restore(): void {
    for (const key of storedKeys(this.#prefix)) {
      const id = key.slice(this.#prefix.length);
      if (this.isHalfWritten(id)) continue;
      const fields = parse(read(key));
      if (fields) this.texts[id] = fields;
    }
  }

  of(id: string): Fields {
    return this.texts[id] ?? {};
  }

  /** A choice alone, or who speaks, is not yet a text that could be lost. */
  isHalfWritten(id: string): boolean {
    return hasText(this.texts[id]);
  }

  /** Puts a text up for change; kept only once something has been typed. */
  begin(id: string, fields: Fields): void {
    this.texts[id] = { ...fields };
  }

  write(id: string, fields: Fields): void {
    this.texts[id] = fields;
    if (hasText(fields)) keep(this.#prefix + id, JSON.stringify(fields));
    else forget(this.#prefix + id);
  }

  clear(id: string): void {
    delete this.texts[id];
    forget(this.#prefix + id);
  }
}

const WHO: ReadonlySet<string> = new Set(['speaker', 'speakerName', 'speakerTitle', 'printed']);

function hasText(fields: Fields | undefined): boolean {
  return Object.entries(fields ?? {}).some(([name, text]) => !WHO.has(name) && text !== '');
}

function parse(json: string | null): Fields | undefined {
  try {
    const value: unknown = JSON.parse(json ?? 'null');
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.values(value).every((text) => typeof text === 'string') ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}

// A browser may forbid storage, or have none left: then the text lives as long as the page does.
function storedKeys(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // See above.
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // See above.
  }
}
