/** The report's own style; all colours stand out from their ground by 7 to 1 or more (WCAG 2.2, 1.4.6). */
export const STYLE = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 76rem; padding: 1rem 1.5rem; color: #111; background: #fff; font: 1rem/1.5 system-ui, sans-serif; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.2em 0 0.4em; }
h1 { font-size: 1.9rem; }
h2 { font-size: 1.5rem; border-bottom: 1px solid #767676; }
h3 { font-size: 1.25rem; }
h4 { font-size: 1.1rem; }
h5, h6 { font-size: 1rem; }
h6 { font-style: italic; }
a { color: #003f8a; }
p { margin: 0.5em 0; }
mark { background: #ffeeb0; color: #111; padding: 0 0.1em; border-bottom: 2px solid #7a5b00; }
mark.doubted { background: #ffdcdc; border-bottom: 3px double #8a0000; }
mark:target, mark:has(:target) { outline: 3px solid #003f8a; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.passage { display: grid; grid-template-columns: minmax(0, 1fr) 20rem; gap: 1.5rem; }
.passage > div:first-child { min-width: 0; }
.margin { border-left: 4px solid #8a0000; padding-left: 0.75rem; font-size: 0.9rem; align-self: start; }
.error { color: #8a0000; }
.warning { color: #5c4300; }
.info { color: #003f8a; }
.wide { overflow-x: auto; }
.day { white-space: nowrap; }
table { border-collapse: collapse; margin: 0.75em 0; font-size: 0.95rem; }
caption { text-align: left; font-weight: bold; padding-bottom: 0.3em; }
th, td { border: 1px solid #767676; padding: 0.25em 0.5em; text-align: left; vertical-align: top; }
thead th { background: #f0f0f0; }
[role="list"] { list-style: none; padding-left: 0; }
[role="list"] > li { display: grid; grid-template-columns: 2.5rem minmax(0, 1fr); }
[role="list"] p { margin-top: 0; }
.footnote { font-size: 0.9rem; }
@media (max-width: 60rem) { .passage { grid-template-columns: minmax(0, 1fr); gap: 0; } }
@media print {
  :root { font-size: 9pt; }
  body { max-width: none; padding: 0; }
  .passage { grid-template-columns: minmax(0, 1fr) 5cm; gap: 0.5cm; }
  .wide { overflow: visible; }
  tr, .margin p { break-inside: avoid; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  thead { display: table-header-group; }
  mark { print-color-adjust: exact; }
}
`;
