/** Sentences for what is wrong with a list of people, a line of it, or what is written of one person. */
import { m } from '$lib/paraglide/messages';

type People = App.Locals['app']['people'];
type Preview = NonNullable<Awaited<ReturnType<People['preview']>>>;
type ListFault = Extract<Preview, { ok: false }>['fault'];
export type ComingLine = Extract<Preview, { ok: true }>['lines'][number];
type LineFault = Extract<ComingLine, { becomes: 'fault' }>['fault'];
type PersonFault = Extract<NonNullable<Awaited<ReturnType<People['update']>>>, { ok: false }>['reason'];

export function listFault(fault: ListFault): string {
  switch (fault.code) {
    case 'empty':
      return m.project_people_list_empty();
    case 'too-long':
    case 'too-many-lines':
      return m.project_people_list_long();
    case 'too-many-people':
      return m.project_people_list_people({ limit: fault.limit });
    case 'too-many-organisations':
      return m.project_people_list_organisations({ limit: fault.limit });
  }
}

export function lineFault(fault: LineFault): string {
  switch (fault.code) {
    case 'name-empty':
      return m.project_people_line_name_empty();
    case 'name-too-long':
      return m.project_people_line_name_long({ limit: fault.limit });
    case 'organisation-too-long':
      return m.project_people_line_organisation_long({ limit: fault.limit });
    case 'organisation-removed':
      return m.project_people_line_organisation_removed();
    case 'email-wrong':
    case 'email-too-long':
      return m.project_people_line_email();
    case 'part-unknown':
      return m.project_people_line_part({ word: fault.word });
    case 'too-many-cells':
      return m.project_people_line_cells();
  }
}

/** What becomes of a line that could be read. */
export function becomesOf(line: Exclude<ComingLine, { becomes: 'fault' }>): string {
  switch (line.becomes) {
    case 'new':
      return line.newPlace ? m.project_people_becomes_new_both() : m.project_people_becomes_new();
    case 'changed':
      return m.project_people_becomes_changed();
    case 'same':
      return line.line ? m.project_people_becomes_line({ line: line.line }) : m.project_people_becomes_same();
  }
}

type Unsent = Awaited<ReturnType<NonNullable<App.Locals['app']['mail']>['send']>>['failed'][number]['reason'];

export function unsentReason(reason: Unsent): string {
  switch (reason) {
    case 'refused':
      return m.project_people_unsent_refused();
    case 'unreachable':
      return m.project_people_unsent_unreachable();
    case 'too-often':
      return m.project_people_unsent_often();
  }
}

/** `field` is where it is wrong; empty where it is no field's fault. */
export function personFault(reason: PersonFault): { field: string; sentence: string } {
  switch (reason) {
    case 'name-empty':
      return { field: 'name', sentence: m.project_people_line_name_empty() };
    case 'name-too-long':
      return { field: 'name', sentence: m.start_name_long() };
    case 'email-wrong':
      return { field: 'email', sentence: m.project_people_line_email() };
    case 'organisation-too-long':
    case 'organisation-removed':
      return { field: '', sentence: m.start_organisation_removed() };
    case 'too-many-tries':
      return { field: '', sentence: m.project_people_often() };
    case 'gone':
      return { field: '', sentence: m.project_people_gone() };
  }
}
