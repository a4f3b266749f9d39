/** Reads HTML as strictly as XML would: what is not closed, or not in quotes, is told. */

export interface Element {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: (Element | string)[];
}

const VOID = new Set(['meta', 'br']);
const NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

export function parsed(html: string): Element {
  const root: Element = { tag: '', attributes: {}, children: [] };
  const open = [root];
  let at = html.startsWith('<!doctype html>') ? '<!doctype html>'.length : 0;
  while (at < html.length) {
    const inside = open.at(-1)!;
    if (inside.tag === 'style') {
      const end = html.indexOf('</style>', at);
      inside.children.push(html.slice(at, end));
      open.pop();
      at = end + '</style>'.length;
      continue;
    }
    if (html[at] !== '<') {
      const end = html.indexOf('<', at);
      inside.children.push(decoded(html.slice(at, end < 0 ? undefined : end)));
      at = end < 0 ? html.length : end;
      continue;
    }
    const tag = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?: [a-zA-Z:.-]+="[^"<>]*")*)(\/?)>/.exec(
      html.slice(at, at + 200_000)
    );
    if (!tag) throw new Error(`no tag: ${html.slice(at, at + 80)}`);
    const [whole, closing, name, rest, empty] = tag as unknown as [string, string, string, string, string];
    at += whole.length;
    if (closing) {
      if (open.pop()!.tag !== name) throw new Error(`</${name}> closes <${inside.tag}>`);
      continue;
    }
    const attributes = Object.fromEntries(
      [...rest.matchAll(/ ([a-zA-Z:.-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, decoded(value!)])
    );
    const element: Element = { tag: name, attributes, children: [] };
    inside.children.push(element);
    if (!empty && !VOID.has(name)) open.push(element);
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)!.tag}> is open`);
  return root;
}

export function all(element: Element, tag?: string): Element[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(!tag || child.tag === tag ? [child] : []), ...all(child, tag)]
  );
}

export function textOf(element: Element): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : child.tag === 'br' ? '\n' : textOf(child)))
    .join('');
}

function decoded(text: string): string {
  return text.replace(/&([^;]{1,6});/g, (whole, name: string) => {
    const sign = NAMES[name];
    if (!sign) throw new Error(`unknown ${whole}`);
    return sign;
  });
}
