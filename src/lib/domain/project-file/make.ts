/** Makes the file of a project out of its logs. */
import type { ContentNode } from '../documentation/content.ts';
import type { Recorded } from '../meeting/events.ts';
import { directoryOf } from '../meeting/sight.ts';
import type { Person } from '../meeting/sight.ts';
import { Cast } from './cast.ts';
import { PROJECT_FORMAT, PROJECT_VERSION } from './file.ts';
import type { FileMeeting, FileOrganisation, ProjectFile } from './file.ts';
import { ended, goneFrom, redactedLog } from './redact.ts';
import { withMeetings } from './sources.ts';

/** All that a file is made from, as the database has it. */
export interface Stored {
  project: ProjectFile['project'];
  organisations: readonly { id: string; name: string; kind: string; added: boolean; removed: boolean }[];
  /** Everybody of the project. */
  people: readonly (readonly [id: string, person: Person & { organisationId: string | null }])[];
  meetings: readonly StoredMeeting[];
  documentation: ContentNode | null;
}

export interface StoredMeeting extends Omit<FileMeeting, 'attendance' | 'log'> {
  /** Who came. */
  attending: readonly string[];
  events: readonly Recorded[];
}

/** The file but for its hash. */
export function projectFile(stored: Stored): Omit<ProjectFile, 'stateHash'> {
  const people = new Map(stored.people);
  const directory = directoryOf(people, new Map(stored.organisations.map(({ id, name }) => [id, name])));
  const meetings = stored.meetings.map((meeting) => ({ meeting, end: ended(meeting.events, directory) }));
  const ids = new Map(stored.meetings.map(({ id }, at) => [id, `meeting-${at + 1}`]));
  const came = stored.meetings.map(({ attending }) => attending.flatMap((id) => people.get(id) ?? []));

  // Named by somebody who answered namelessly, an organisation is on no list: then it is in no file.
  const told = new Set(meetings.flatMap(({ end }) => Object.values(end.view.notes)).map(organisationOf));
  const attended = new Set(came.flat().map((person) => person.organisationId));
  const listed = stored.organisations.filter(
    ({ id, name, added, removed }) => attended.has(id) || told.has(name) || !(added || removed)
  );
  const organisations: FileOrganisation[] = listed.map(({ name, kind, added, removed }, at) => ({
    ...{ id: `organisation-${at + 1}`, name, kind, added, removed }
  }));
  const byName = new Map([...organisations].reverse().map(({ id, name }) => [name, id]));
  const byId = new Map(listed.map(({ id }, at) => [id, organisations[at]!.id]));

  const cast = new Cast();
  const gone = new Map(meetings.map(({ meeting, end }) => [meeting.id, goneFrom(end)]));
  const around = {
    cast,
    organisation: (name: string | undefined) => (name ? (byName.get(name) ?? null) : null),
    meeting: (id: string) => ids.get(id),
    isGone: (id: string, item: string) => gone.get(id)?.(item) ?? false
  };
  const logs = meetings.map(({ end }) => redactedLog(end, around));
  const attendances = came.map((here) => {
    const counted = [...organisations.map(({ id }) => id), null].map((organisation) => ({
      organisation,
      people: here.filter((one) => (byId.get(one.organisationId ?? '') ?? null) === organisation).length
    }));
    return counted.filter((one) => one.people > 0);
  });
  for (const { organisation, people: count } of attendances.flat())
    for (let number = 1; number <= count; number++) cast.attendant(organisation, number);
  return {
    format: PROJECT_FORMAT,
    version: PROJECT_VERSION,
    project: stored.project,
    organisations,
    people: cast.people,
    meetings: stored.meetings.map(({ number, title, place, day, startsAt, endsAt }, at) => ({
      ...{ id: `meeting-${at + 1}`, number, title, place, day, startsAt, endsAt },
      attendance: attendances[at]!,
      log: logs[at]!
    })),
    documentation: stored.documentation && withMeetings(stored.documentation, (id) => ids.get(id) ?? '')
  };
}

function organisationOf({ by }: { by?: { organisation?: string } }): string | undefined {
  return by?.organisation;
}
