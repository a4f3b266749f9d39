/** What the people of the demo hold for one role. */
import type { Opinions } from '../crowd/finding.ts';

/** Said of the same role, by those who were not in the meeting. Invented, like everything in the demo. */
const kin = [
  ['Pådrivare', 'Motor', 'Blåslampa'],
  ['Sammankallande', 'Mötesarrangör', 'Den som alltid bjuder in'],
  ['Storkök', 'Experter på sjukhusmat'],
  ['Syskon', 'Vän i nöden', 'Lillebror till länsstyrelsen'],
  ['Länk till staten', 'Översättare']
];
const contested = [
  ['Bromskloss', 'Grindvakt'],
  ['Doldis', 'Ingen roll alls']
];

export const OPINIONS: Opinions = { kin, contested };
