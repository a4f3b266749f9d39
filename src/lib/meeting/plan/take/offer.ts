import type { Agenda } from '$lib/domain/agenda/step';

/** What is looked at before it is laid in. */
export interface Offer {
  key: string;
  /** What it is good for, or which file it is. */
  about?: string;
  agenda: Agenda;
}
