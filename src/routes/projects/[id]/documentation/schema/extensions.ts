/** What the editor knows: the grammar of content.ts, and no more. */
import type { Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import type * as Y from 'yjs';
import { isAddress } from '$lib/domain/documentation/address';
import { FRAGMENT } from '$lib/domain/documentation/content';
import type { Desk } from '../desk.svelte';
import { ChapterHeading } from './chapters';
import { OutputNode } from './output';
import { SourceMark } from './source';

/** In cells there are neither tables nor placed blocks. */
const IN_CELLS = '(paragraph | heading | bulletList | orderedList | blockquote)+';

export function extensions(doc: Y.Doc, desk: Desk): Extensions {
  return [
    StarterKit.configure({
      // Undo is Yjs' own: nobody takes back what another wrote.
      undoRedo: false,
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      heading: false,
      trailingNode: false,
      link: {
        openOnClick: false,
        autolink: false,
        defaultProtocol: 'https',
        isAllowedUri: (address) => isAddress(address),
        HTMLAttributes: { target: null, rel: null, class: null }
      }
    }),
    ChapterHeading,
    Table,
    TableRow,
    TableHeader.extend({ content: IN_CELLS }),
    TableCell.extend({ content: IN_CELLS }),
    SourceMark,
    OutputNode.configure({ desk }),
    Collaboration.configure({ document: doc, field: FRAGMENT })
  ];
}
