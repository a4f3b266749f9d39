/** A typeface's letters as the generated files keep them: many letters share a width, and few numbers tell the heights. */
export interface Packed {
  /** Advance width -> its letters. */
  advances: Readonly<Record<string, string>>;
  /** "top bottom" -> its letters; bottom is below the baseline, so mostly negative. */
  heights: Readonly<Record<string, string>>;
}
