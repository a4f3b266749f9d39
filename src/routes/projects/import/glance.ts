/** What a project's file holds, at one look. */
import type { FileMeeting, ProjectFile } from '$lib/domain/project-file/file';

export interface FileGlance {
  name: string;
  question: string;
  organisations: number;
  /** People whose names stand under what they said. */
  named: number;
  documentation: boolean;
  meetings: readonly (Pick<FileMeeting, 'number' | 'title' | 'place' | 'day'> & {
    steps: number;
    answers: number;
  })[];
}

export function glanceAt({
  project,
  organisations,
  people,
  meetings,
  documentation
}: ProjectFile): FileGlance {
  return {
    name: project.name,
    question: project.question,
    organisations: organisations.length,
    named: people.filter(({ name }) => name !== undefined).length,
    documentation: documentation !== null,
    meetings: [...meetings]
      .sort((a, b) => a.number - b.number)
      .map(({ number, title, place, day, log }) => ({
        ...{ number, title, place, day },
        steps: stepsIn(log),
        answers: log.reduce((sum, event) => sum + answersIn(event), 0)
      }))
  };
}

function stepsIn(log: FileMeeting['log']): number {
  const steps = new Set<string>();
  for (const { name, data } of log) {
    if (name === 'PromptAdded' || name === 'PromptBroughtBack') steps.add(data.prompt);
    if (name === 'PromptRemoved') steps.delete(data.prompt);
  }
  return steps.size;
}

function answersIn(event: FileMeeting['log'][number]): number {
  if (event.name === 'NotesImported') return event.data.notes.length;
  return Number(event.name === 'NoteSubmitted' || event.name === 'BallotCast');
}
