/** What people wrote, safe between the tags of HTML and SVG and within their attributes. */
import type { Origin } from './document.ts';

const NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
};
/** Neither HTML nor XML has a way to write these. */
// eslint-disable-next-line no-control-regex -- control characters are what this takes out
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu;
const LINK = /^(?:https?:\/\/|mailto:)[^\s]+$/iu;

export function escaped(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>"']/g, (sign) => NAMES[sign]!);
}

/** An address that may be followed, or undefined. */
export function safeLink(link: string | undefined): string | undefined {
  return link !== undefined && LINK.test(link) ? link : undefined;
}

/** Names of the cards behind something, for a page that shows them. */
export function originAttributes({ meeting, prompt, notes }: Origin): string {
  return ` data-meeting="${escaped(meeting)}" data-prompt="${escaped(prompt)}" data-notes="${escaped(notes.join(','))}"`;
}
