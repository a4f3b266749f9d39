/** The documentation names the meetings that its blocks and sentences come from: by other ids in a file, and where it is taken in. */
import type { ContentNode } from '../documentation/content.ts';

/**
 * The same content with every meeting's id as `idOf` says; '' where there is none: then the block shows that its source is gone. What a
 * block's cards were when somebody last looked stays behind: a short text could be guessed from its hash.
 */
export function withMeetings(node: ContentNode, idOf: (meeting: string) => string): ContentNode {
  const renamed = (attrs: NonNullable<ContentNode['attrs']>) => ({
    ...attrs,
    ...(typeof attrs.meeting === 'string' && attrs.meeting !== '' ? { meeting: idOf(attrs.meeting) } : {}),
    ...('hash' in attrs ? { hash: '' } : {})
  });
  const { attrs, marks, content, ...rest } = node;
  return {
    ...rest,
    ...(attrs ? { attrs: renamed(attrs) } : {}),
    ...(marks
      ? { marks: marks.map((mark) => (mark.attrs ? { ...mark, attrs: renamed(mark.attrs) } : mark)) }
      : {}),
    ...(content ? { content: content.map((child) => withMeetings(child, idOf)) } : {})
  };
}
