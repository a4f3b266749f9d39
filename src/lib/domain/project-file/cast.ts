/**
 * Who appears in a project's file. Whoever is named where reviewers read it keeps name and organisation; everybody else is a place
 * of an organisation, or of none, that means nobody in particular and is taken anew in every step.
 */
import type { Actor, PersonId } from '../meeting/ids.ts';
import type { FilePerson } from './file.ts';

export class Cast {
  readonly #named = new Map<PersonId, FilePerson>();
  readonly #places = new Map<string, FilePerson>();
  readonly #leaders = new Map<PersonId, string>();
  readonly #people: FilePerson[] = [];

  /** In the order in which they appeared. */
  get people(): readonly FilePerson[] {
    return this.#people;
  }

  /** Numbered as they appear. */
  leader(id: PersonId): Actor {
    let known = this.#leaders.get(id);
    if (known === undefined) this.#leaders.set(id, (known = `leader-${this.#leaders.size + 1}`));
    return { role: 'leader', id: known };
  }

  /** Somebody whose name stands under what was said. */
  named(id: PersonId, name: string, organisation: string | null): string {
    let known = this.#named.get(id);
    if (!known) this.#named.set(id, (known = this.#added({ name, organisation })));
    return known.id;
  }

  /** The place of that number, from 1, of an organisation; of none it is an author without a row. */
  place(organisation: string | null, number: number): string {
    return organisation === null ? `unnamed-${number}` : this.attendant(organisation, number).id;
  }

  /** The same, with a row also where there is no organisation: who came to a meeting. */
  attendant(organisation: string | null, number: number): FilePerson {
    const key = `${organisation ?? ''} ${number}`;
    let known = this.#places.get(key);
    if (!known) this.#places.set(key, (known = this.#added({ organisation })));
    return known;
  }

  #added(person: Omit<FilePerson, 'id'>): FilePerson {
    const one = { id: `person-${this.#people.length + 1}`, ...person };
    this.#people.push(one);
    return one;
  }
}
