/** What pictures are drawn for: the text of an A4 page that stands. Px, a 96th of an inch. */
export const PAGE = {
  /** 170 mm. */
  width: 640,
  /** With room for a caption below. */
  height: 860,
  /** Of letters in pictures: 10 points. */
  size: 13.5
} as const;
