/** What has become of a commitment. Without a mark it is as it was made. */
export const MARKS = ['begun', 'done', 'dropped'] as const;
export type Mark = (typeof MARKS)[number];
