/** What a projector says of a meeting besides what happens in it. Plain data: comes from a page's load. */
export interface WallFacts {
  /** The meeting's own title, e.g. "Vem är du?". */
  title: string;
  /** Its number in the project, from 1. */
  number: number;
  projectName: string;
  place: string;
  /** ISO date, or null where none is set. */
  day: string | null;
  /** Six characters, without a space. */
  code: string;
  /** What one types on a phone: host, and port where there is one; no "http://". */
  address: string;
  /** The whole address behind the QR, code included. */
  joinUrl: string;
  /** Where what the previous meeting left is asked for. */
  lastTime?: string;
}
