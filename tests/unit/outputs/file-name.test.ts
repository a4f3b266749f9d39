import { expect, test, vi } from 'vitest';
import { attachment, fileName } from '../../../src/lib/review/file-name.ts';
import { nameIn, takeHome } from '../../../src/lib/files/take-home.ts';

test.each([
  ['Träff 2, Vem är du?', 'Träff 2, Vem är du'],
  ['a/b\\c:d*e"f<g>h|i', 'a b c d e f g h i'],
  ['../../etc', 'etc'],
  ['slut...', 'slut'],
  ['???', 'Ordvagg'],
  ['rad\nett\u202Etvå', 'rad ett två'],
  ['å'.repeat(200), 'å'.repeat(80)]
])('a title becomes a name that every file system takes: %j', (title, name) => {
  expect(fileName(title)).toBe(name);
});

test('a download is named in full, and in ASCII for those who read no more', () => {
  expect(attachment("Träff (2) 'é' 🙂.csv")).toBe(
    `attachment; filename="Traff (2) 'e' --.csv"; filename*=UTF-8''Tr%C3%A4ff%20%282%29%20%27%C3%A9%27%20%F0%9F%99%82.csv`
  );
});

test('no name ends the header early', () => {
  expect(attachment('a"; x="\\\r\nb')).toBe(
    `attachment; filename="a-; x=----b"; filename*=UTF-8''a%22%3B%20x%3D%22%5C%0D%0Ab`
  );
});

test('the page reads the name that the server gave a file', () => {
  for (const name of ["Träff (2) 'é' 🙂.png", 'a; b.pdf']) expect(nameIn(attachment(name))).toBe(name);
  expect(nameIn('attachment')).toBe('');
});

test('a page that comes instead of a file, as where one has been signed out, is gone to and not saved', async () => {
  const location = { assign: vi.fn() };
  const link = { href: '', download: '', click: vi.fn() };
  vi.stubGlobal('location', location);
  vi.stubGlobal('document', { createElement: () => link });
  vi.stubGlobal('fetch', async (address: string) =>
    address.endsWith('png')
      ? new Response('', { headers: { 'content-disposition': attachment('Vägg.png') } })
      : new Response('<h1>Logga in</h1>', { headers: { 'content-type': 'text/html' } })
  );
  try {
    expect(await takeHome('/export/svg')).toBe(true);
    expect(location.assign).toHaveBeenCalledWith('/export/svg');
    expect(link.click).not.toHaveBeenCalled();
    expect(await takeHome('/export/png')).toBe(true);
    expect(link.click).toHaveBeenCalledOnce();
    expect(link.download).toBe('Vägg.png');
  } finally {
    vi.unstubAllGlobals();
  }
});
