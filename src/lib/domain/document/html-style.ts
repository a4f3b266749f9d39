/** How the one HTML file looks, on a screen and on paper: the report's rules and margins, in typefaces that every machine has. */
export const STYLE = `@page { size: A4; margin: 20mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fdfcf7; color: #1f1f1f; font: 1.0625rem/1.5 'Atkinson Hyperlegible Next', system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif; }
.glyphs { position: absolute; }
.report { max-width: 44rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; overflow-wrap: break-word; }
header { margin-bottom: 2rem; border-bottom: 2px solid; padding-bottom: 1rem; }
h1, h2, h3, h4 { line-height: 1.2; margin: 0; text-wrap: balance; break-after: avoid; }
h1 { font-size: 2.25rem; }
h2 { font-size: 1.75rem; margin: 3.5rem 0 1rem; border-top: 1px solid #7c786a; padding-top: 1rem; }
h3 { font-size: 1.25rem; margin: 2rem 0 0.5rem; }
h4 { font-size: 1.0625rem; margin: 1.5rem 0 0.5rem; }
p, ul, ol { margin: 0.75rem 0; }
.subtitle { font-size: 1.25rem; margin: 0.5rem 0 0; color: #55524a; }
h2 + p.quiet, h2 + p.lead, h2 + p.quiet + p.lead { break-after: avoid; }
.lead { font-size: 1.25rem; line-height: 1.4; }
.quiet, figcaption, caption { color: #55524a; }
.quiet, figcaption, caption, small { font-size: 0.9375rem; }
ul, ol { padding-left: 1.4rem; }
li { margin: 0.3rem 0; }
li > ul, li > ol { margin: 0.2rem 0 0.6rem; color: #55524a; }
.many { columns: 2 14rem; column-gap: 2rem; }
.many > li { break-inside: avoid; }
a { color: inherit; }
figure { margin: 1.5rem 0; break-inside: avoid; }
.quote { padding-left: 1.25rem; border-left: 3px solid #dad6c8; }
.quote blockquote { margin: 0; font-size: 1.25rem; line-height: 1.35; }
.quote p { margin: 0; }
.quote figcaption { margin-top: 0.35rem; }
.cited { margin: 1.5rem 0; padding-left: 1.25rem; border-left: 3px solid #7c786a; }
.picture svg { display: block; width: 100%; height: auto; }
.picture figcaption { margin-top: 0.5rem; }
.table { overflow-x: auto; margin: 1.5rem 0; }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.4; }
caption { text-align: left; padding-bottom: 0.5rem; }
th, td { padding: 0.4rem 1rem 0.4rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #dad6c8; }
th:last-child, td:last-child { padding-right: 0; }
thead th { border-bottom: 1px solid; vertical-align: bottom; }
tbody th { font-weight: 400; }
.right { text-align: right; font-variant-numeric: tabular-nums; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr)); gap: 0 2rem; }
.columns > div > :first-child { margin-top: 1rem; }
@media (min-width: 70rem) {
  .spread { margin-inline: -12rem; }
  .spread figcaption { padding-inline: 12rem; }
}
@media (max-width: 40rem) {
  h1 { font-size: 1.75rem; }
  h2 { font-size: 1.375rem; }
}
@media print {
  body { background: none; font-size: 10.5pt; }
  .report { max-width: none; padding: 0; }
  .spread { margin-inline: 0; }
  .spread figcaption { padding-inline: 0; }
  .table { overflow: visible; }
  .picture svg { max-height: 235mm; }
  .columns { grid-template-columns: repeat(auto-fit, minmax(48mm, 1fr)); }
  tr, li, .quote { break-inside: avoid; }
  thead { display: table-header-group; }
  p { orphans: 3; widows: 3; }
  .break { break-after: page; }
}
`;
