/** `GET` and `PUT /api/meetings/<id>/me/follow-up`: may this participant be asked later what came of it? */
import * as v from 'valibot';

export const followUpSchema = v.strictObject({
  agreed: v.boolean(),
  /** Empty: none. */
  email: v.pipe(v.string(), v.maxLength(254))
});
/** `asked` is null where it is not asked: not in the project's last meeting. `agreed` is null as long as nothing was said. */
export type FollowUpAnswer =
  { ok: true; asked: { agreed: boolean | null; email: string } | null } | { ok: false; message: string };
