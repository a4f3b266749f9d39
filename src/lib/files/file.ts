/** What can be fetched. */
export interface FetchedFile {
  /** "PDF". */
  name: string;
  address: string;
  /** Takes a while: begun by POST, and made in the background. */
  background?: boolean;
}

/** What the menu offers. */
export interface OfferedFile extends FetchedFile {
  /** What it contains, in one sentence. */
  what: string;
}

/** A picture in each format there is of it. */
export interface OfferedPicture {
  title: string;
  files: readonly FetchedFile[];
}

export interface FileGroup {
  /** Where a menu has several, all but the first have one. */
  title?: string;
  files: readonly OfferedFile[];
}
