import type { Fields } from '../kinds/kind.ts';

/** What all outcomes are made of: an answer as the projector and the reports know it. */
export interface Answer {
  id: string;
  fields?: Fields;
}
