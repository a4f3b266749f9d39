/** `GET /meeting/<id>/last-time?view=<view>`: what the project's previous meeting left, as its walls were shown it. */
import type { Left, LastCommitment } from '../domain/outputs/last-time.ts';
import type { WallPicture } from '../domain/wall/picture.ts';

export interface LastTime extends Omit<Left, 'commitments'> {
  /** The earlier meeting: commitments are marked there. */
  meeting: string;
  number: number;
  title: string;
  /** Its wall as it was laid. */
  picture?: WallPicture;
  /** `mine`: of the participant who asks. */
  commitments: readonly (LastCommitment & { mine?: true })[];
}
/** `last` is null where there is none, or it left nothing. */
export interface LastTimeAnswer {
  last: LastTime | null;
}
