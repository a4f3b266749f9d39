/** A report as HTML: one file that needs nothing else, in which nothing that people wrote is markup. */
import { describe, expect, test } from 'vitest';
import { outlineOf } from '../../../server/exports/outlines.ts';
import type { Block, Origin, Report } from '../../../src/lib/domain/document/document.ts';
import { blocksHtml, htmlOf } from '../../../src/lib/domain/document/html.ts';
import { meetingReport } from '../../../src/lib/domain/document/of-meeting.ts';
import { WORDING } from '../outputs/meeting.ts';
import { all, parsed, textOf } from './parsed.ts';
import { reviewed } from './reviewed.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style></svg></title><!--',
  '&lt;b&gt; &amp; &#x3c;',
  ']]>\u0000\u0008\ud800\ufffe{{7*7}}${7*7}',
  '🤷🏽‍♀️ 你好 שלום ẞ',
  'å'.repeat(20_000)
];
/** What the file may say of a hostile text: all of it but what cannot be written. */
// eslint-disable-next-line no-control-regex -- control characters are what cannot be written
const written = (text: string) => text.replace(/[\u0000\u0008\ufffe]|\p{Cs}/gu, '');

const origin: Origin = { meeting: 'meeting-"1"', prompt: 'prompt-1', notes: ['note-1', '"><b>'] };
const report = (blocks: readonly Block[], more: Partial<Report> = {}): Report => ({
  ...{ title: 'Rapport', language: 'sv', at: 0, blocks },
  ...more
});

/** Every kind of block, with that text wherever a text can be. */
function everywhere(text: string): Block[] {
  const runs = [{ text, bold: true, italic: true, link: 'https://exempel.se/?a="b"&c', origin }];
  const scene = {
    area: { width: 100, height: 50 },
    ...{ title: text, description: text, background: '#fff', strokes: [] },
    texts: [
      {
        id: 'word',
        face: 'caveat-brush' as const,
        size: 10,
        ink: '#000',
        lines: [{ text, x: 0, baseline: 10 }]
      },
      {
        id: 'word',
        face: 'atkinson-hyperlegible-next' as const,
        size: 10,
        ink: '#000',
        lines: [{ text, x: 0, baseline: 20 }]
      }
    ]
  };
  return [
    { kind: 'heading', level: 1, text: runs, id: text },
    { kind: 'paragraph', runs, tone: 'lead', origin },
    { kind: 'list', ordered: true, items: [[{ kind: 'paragraph', runs }]] },
    { kind: 'quote', text, speaker: text, origin },
    { kind: 'cited', blocks: [{ kind: 'paragraph', runs }] },
    {
      kind: 'table',
      caption: text,
      head: [{ runs }],
      rows: [[{ runs, head: true }], [{ runs, align: 'right' }]]
    },
    { kind: 'figure', scene, alt: text, caption: text, spread: true, origins: { word: origin } },
    { kind: 'columns', columns: [[{ kind: 'paragraph', runs }], []] },
    { kind: 'break' }
  ];
}

describe.each(HOSTILE.map((text) => [text.slice(0, 30), text]))('%j', (_short, text) => {
  test('is the same letters in the file, and never markup', () => {
    const root = parsed(htmlOf(report(everywhere(text), { title: text, subtitle: text }), { outlineOf }));
    expect(
      all(root)
        .map(({ tag }) => tag)
        .filter((tag) => /^(script|img|b|iframe|object)$/.test(tag))
    ).toEqual([]);
    expect(textOf(all(root, 'h1')[0]!)).toBe(written(text));
    expect(textOf(all(root, 'title')[0]!)).toBe(written(text));
    for (const tag of ['h2', 'td', 'th', 'li', 'caption', 'figcaption', 'blockquote']) {
      for (const element of all(root, tag)) expect(textOf(element).trim()).toBe(written(text));
    }
    const names = new Set(all(root).flatMap(({ attributes }) => Object.keys(attributes)));
    expect([...names].filter((name) => /^on|^style$|^src$/.test(name))).toEqual([]);
  });

  test('nor in a page of ours', () => {
    const root = parsed(blocksHtml(everywhere(text)));
    expect(all(root, 'style')).toEqual([]);
    expect(textOf(all(root, 'p')[0]!)).toBe(written(text));
    expect(all(root, 'text').map(textOf)).toEqual([written(text), written(text)]);
  });
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  ' https://x.se',
  'vbscript:x',
  '//x.se',
  'https://x.se\n',
  'file:///etc/passwd'
])('a link that is neither of the web nor of e-mail is text: %j', (link) => {
  const root = parsed(blocksHtml([{ kind: 'paragraph', runs: [{ text: 'här', link }] }]));
  expect(all(root, 'a')).toEqual([]);
  expect(textOf(root)).toBe('här');
});

test.each(['https://exempel.se/a?b=c&d=e', 'http://exempel.se', 'mailto:berit@exempel.se'])(
  'a link is followed: %s',
  (link) => {
    const root = parsed(blocksHtml([{ kind: 'paragraph', runs: [{ text: 'här', link }] }]));
    expect(all(root, 'a')[0]!.attributes).toEqual({ href: link, rel: 'noreferrer' });
  }
);

describe.each([3, 60])('a meeting with %i answers to each step', (count) => {
  const review = reviewed(count);
  const html = htmlOf(meetingReport(review, WORDING, 0), { outlineOf });
  const root = parsed(html);
  const elements = all(root);

  test('is one file, in a language, with a title', () => {
    expect(elements[0]).toMatchObject({ tag: 'html', attributes: { lang: 'sv' } });
    expect(textOf(all(root, 'title')[0]!)).toBe('Träff 2: Vem är du?');
    expect(html).not.toMatch(/(?:src|href)="(?!#)|url\(|@import|<link|<script/);
    expect(html).not.toMatch(/data-|undefined|NaN|\[object/);
  });

  test('has one first heading, and no level that is left out', () => {
    const levels = elements.flatMap(({ tag }) => (/^h\d$/.test(tag) ? Number(tag[1]) : []));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, at) => expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1));
  });

  test('has names that are unique, and shows no outline that it lacks', () => {
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const used = elements.flatMap(({ attributes }) => attributes.href?.slice(1) ?? []);
    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('says in words what its pictures show, and what each cell is headed by', () => {
    const pictures = elements.filter(({ tag, attributes }) => tag === 'svg' && attributes.role === 'img');
    expect(pictures.length).toBeGreaterThanOrEqual(8);
    for (const { attributes } of pictures) expect(attributes['aria-label']).toMatch(/\p{L}{3}/u);
    for (const { attributes } of all(root, 'th')) expect(attributes.scope).toMatch(/^(col|row)$/);
    for (const table of all(root, 'table')) {
      const [head, ...rows] = all(table, 'tr');
      for (const row of rows) expect(row.children).toHaveLength(head!.children.length);
    }
  });
});

test('in a page, words of a wall and of a text name their cards', () => {
  const review = reviewed(3);
  const root = parsed(blocksHtml(meetingReport(review, WORDING, 0).blocks));
  const behind = (tag: string, text: string) =>
    all(root, tag).find((one) => textOf(one) === text && one.attributes['data-notes'])!.attributes;
  const wanted = {
    'data-meeting': 'meeting-1',
    'data-prompt': 'prompt-role-card',
    'data-notes': 'role-card-0'
  };
  expect(behind('g', 'Samordnare')).toMatchObject(wanted);
  expect(behind('span', 'Samordnare')).toMatchObject(wanted);
  expect(all(root, 'style')).toEqual([]);
});
