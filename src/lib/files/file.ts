/** What the menu offers. */
export interface OfferedFile {
  /** "PDF". */
  name: string;
  /** What it contains, in one sentence. */
  what: string;
  address: string;
  /** Takes a while: begun by POST, and made in the background. */
  background?: boolean;
}

export interface FileGroup {
  /** Where a menu has several, all but the first have one. */
  title?: string;
  files: readonly OfferedFile[];
}
