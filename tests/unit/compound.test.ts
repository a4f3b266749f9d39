/** Long compounds break at a joint. */
import { expect, test } from 'vitest';
import { breakable, longestPiece } from '../../src/lib/ui/compound.ts';

test.each([
  ['Samhällsplaneringssamordnare', 'Samhälls-planerings-samordnare'],
  ['Kompetensförsörjningsplanerare', 'Kompetens-försörjnings-planerare'],
  ['Livsmedelsberedskapssamordnare', 'Livs-medels-beredskaps-samordnare'],
  ['Regionala livsmedelsstrategins hemvist', 'Regionala livs-medels-strategins hemvist'],
  ['Tillståndsvägvisare', 'Tillstånds-vägvisare'],
  ['Projektledare', 'Projektledare']
])('%s', (text, broken) => {
  expect(breakable(text).replaceAll('\u00AD', '-')).toBe(broken);
});

test.each([
  ['Arbetsförmedlingen', 12],
  ['Försäkringskassan', 11],
  ['Region Älvmark', 7],
  ['Nordväst-Skåne', 8],
  ['', 0]
])('the longest piece of %s has %i letters', (text, letters) => {
  expect(longestPiece(text)).toBe(letters);
});
