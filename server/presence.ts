/** Who is here now, counted once over tabs, in this process's memory. Never stored, never logged. */
import type { PresenceMessage } from '../src/lib/protocol/protocol.ts';
import type { App } from './app.ts';
import type { Meeting } from './projects.ts';

export class Presence {
  readonly #connections = new Map<string, number>();

  /** Somebody's connection opened; true when the person was not here before. */
  came(person: string): boolean {
    const before = this.#connections.get(person) ?? 0;
    this.#connections.set(person, before + 1);
    return before === 0;
  }

  /** A connection ended; true when it was the person's last. */
  left(person: string): boolean {
    const now = (this.#connections.get(person) ?? 1) - 1;
    if (now > 0) this.#connections.set(person, now);
    else this.#connections.delete(person);
    return now <= 0;
  }

  has(person: string): boolean {
    return this.#connections.has(person);
  }

  get count(): number {
    return this.#connections.size;
  }
}

/** What each audience is told: names to leaders, organisations to leaders and walls, to phones the bare count. */
export async function presenceMessages(
  app: App,
  meeting: Meeting,
  presence: Presence,
  leading: ReadonlySet<string>
) {
  const [attending, everybody, organisations, leaders] = await Promise.all([
    app.participants.attending(meeting.id),
    app.participants.everybody(meeting.projectId),
    app.projects.organisationsOf(meeting.projectId),
    app.projects.leadersOf(meeting.projectId)
  ]);
  const people = attending.flatMap((id) => {
    const person = everybody.get(id);
    return person ? [{ ...person, here: presence.has(id) }] : [];
  });
  const bare: PresenceMessage = { here: presence.count, joined: people.length };
  const all = [...everybody.values()];
  const counted = organisations.flatMap(({ id, name, kind, removed }) => {
    const of = people.filter((person) => person.organisationId === id);
    if (removed && of.length === 0) return [];
    // A partner that only answers homework is not awaited.
    const own = all.filter((person) => person.organisationId === id);
    if (own.length > 0 && own.every((person) => person.outsider)) return [];
    return [{ name, kind, here: of.filter((person) => person.here).length, joined: of.length }];
  });
  const wall: PresenceMessage = { ...bare, organisations: counted };
  const leader: PresenceMessage = {
    ...wall,
    people: people.map(({ id, name, organisation, here }) => ({ id, name, organisation, here })),
    leaders: leaders.map(({ id, name }) => ({ id, name, here: leading.has(id) }))
  };
  return { participant: bare, wall, review: bare, leader };
}
