/** Where the outbox is kept: IndexedDB, or this tab's memory where a browser closes that (private windows). */
import type { Letter } from './letter.ts';

export interface LetterStore {
  all(meeting: string): Promise<Letter[]>;
  put(letter: Letter): Promise<void>;
  remove(id: string): Promise<void>;
}

const STORE = 'letters';

/** Opens the browser's database; never fails. */
export async function openStore(): Promise<LetterStore> {
  try {
    return new BrowserStore(await openDatabase());
  } catch {
    return new MemoryStore();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('ordvagg', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'id' });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('indexedDB'));
    opening.onblocked = () => reject(new Error('indexedDB blocked'));
    // Some browsers never answer in a private window.
    setTimeout(() => reject(new Error('indexedDB silent')), 1_500);
  });
}

class BrowserStore implements LetterStore {
  readonly #database: IDBDatabase;
  /** A browser may throw the database away under our feet: what was put stays here as well. */
  readonly #memory = new MemoryStore();

  constructor(database: IDBDatabase) {
    this.#database = database;
  }

  async all(meeting: string): Promise<Letter[]> {
    try {
      const letters = await this.#ask<Letter[]>('readonly', (store) => store.getAll());
      return letters.filter((letter) => letter.meeting === meeting).sort((a, b) => a.order - b.order);
    } catch {
      return this.#memory.all(meeting);
    }
  }

  async put(letter: Letter): Promise<void> {
    await this.#memory.put(letter);
    await this.#ask('readwrite', (store) => store.put(letter)).catch(() => {});
  }

  async remove(id: string): Promise<void> {
    await this.#memory.remove(id);
    await this.#ask('readwrite', (store) => store.delete(id)).catch(() => {});
  }

  #ask<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const transaction = this.#database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error('indexedDB'));
    });
  }
}

class MemoryStore implements LetterStore {
  readonly #letters = new Map<string, Letter>();

  async all(meeting: string): Promise<Letter[]> {
    return [...this.#letters.values()]
      .filter((letter) => letter.meeting === meeting)
      .sort((a, b) => a.order - b.order);
  }

  async put(letter: Letter): Promise<void> {
    this.#letters.set(letter.id, letter);
  }

  async remove(id: string): Promise<void> {
    this.#letters.delete(id);
  }
}
