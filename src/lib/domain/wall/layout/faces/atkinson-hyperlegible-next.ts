/** Atkinson Hyperlegible Next (OFL), in ten thousandths of an em. Made by scripts/font-metrics.js. */
import type { Packed } from './packed.ts';

export const PACKED: Packed = {
  /** By advance width. */
  advances: { '0': '̀́̃̄̈', '1400': ' ', '3560': 'ˉ', '4500': 'ℓ', '5540': '₹', '5980': '∕', '6560': 'ẞ' },
  /** By how far letters reach above and below the baseline. */
  heights: {
    '6700 6000': 'ˉ̄',
    '7100 5700': '̀́',
    '6900 5700': '̃',
    '7000 5900': '̈',
    '6800 -200': 'ẞℓ',
    '0 0': ' ',
    '6700 0': '₹∕'
  }
};
