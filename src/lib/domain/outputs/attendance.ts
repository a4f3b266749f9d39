/** Which organisations were there, and with how many. */

export interface Attendance {
  name: string;
  /** One of the organisation kinds; 'none', without a name, for those who named no organisation. */
  kind: string;
  /** How many of its people joined. */
  participants: number;
  /** It has been taken out of the project since. */
  removed?: true;
}

/** In the order of `organisations`, those who named none last; who was not there is left out. */
export function attendanceOf(
  organisations: readonly { id: string; name: string; kind: string; removed?: boolean }[],
  people: readonly { organisationId: string | null }[]
): Attendance[] {
  const from = (id: string | null) => people.filter((one) => one.organisationId === id).length;
  return [
    ...organisations.map(({ id, name, kind, removed }) => ({
      ...{ name, kind, participants: from(id) },
      ...(removed ? { removed } : {})
    })),
    { name: '', kind: 'none', participants: from(null) }
  ].filter((one) => one.participants > 0);
}
