/** `GET /api/meetings/<id>/organisations`: those that notes can be brought in from, in the order of the project's list. */
export interface OrganisationsAnswer {
  organisations: readonly { id: string; name: string }[];
}
