/** What is pasted from Word and its like, as plain HTML: lists as lists, and no styles. What the schema does not know falls away by itself. */

const MARKER = /^\s*(?:\d+|[a-z])[.)]/i;

export function withoutOffice(html: string): string {
  const page = new DOMParser().parseFromString(
    html.replace(/<!--\[if[\s\S]*?<!\[endif\]-->/gi, ''),
    'text/html'
  );
  for (const one of page.querySelectorAll('style, script, meta, link, title, xml, o\\:p, del')) one.remove();
  for (const title of page.querySelectorAll('p.MsoTitle')) renamed(title, 'h1');
  lists(page);
  for (const one of page.querySelectorAll<HTMLElement>('[style], [class]')) {
    // Where other programs say it in a style: what remains of it is bold and italic.
    const { fontWeight, fontStyle } = one.style;
    one.removeAttribute('style');
    if (!one.classList.contains('sourced')) one.removeAttribute('class');
    if (/^(bold|[6-9]00)$/.test(fontWeight)) one.style.fontWeight = 'bold';
    if (fontStyle === 'italic') one.style.fontStyle = 'italic';
  }
  return page.body.innerHTML;
}

/** Word writes an item as a paragraph with its sign or number in front. */
function lists(page: Document): void {
  let list: Element | undefined;
  for (const item of [...page.querySelectorAll('p')]) {
    if (!/mso-list:\s*l\d/i.test(item.getAttribute('style') ?? '')) {
      list = undefined;
      continue;
    }
    const sign = [...item.querySelectorAll('span')].find((one) =>
      /mso-list:\s*ignore/i.test(one.getAttribute('style') ?? '')
    );
    const tag = MARKER.test(sign?.textContent ?? '') ? 'OL' : 'UL';
    sign?.remove();
    if (!list || list.tagName !== tag || list.nextElementSibling !== item) {
      list = page.createElement(tag);
      item.before(list);
    }
    const li = page.createElement('li');
    li.append(...item.childNodes);
    list.append(li);
    item.remove();
  }
}

function renamed(element: Element, tag: string): void {
  const other = element.ownerDocument.createElement(tag);
  other.append(...element.childNodes);
  element.replaceWith(other);
}
