/** Texts of one shape that no author writes, as long as asked for: what grows faster than its length shows on them. */
export interface Shape {
  readonly name: string;
  /** @param length of the text in characters, roughly */
  readonly markdown: (length: number) => string;
  readonly html: (length: number) => string;
}

const PAGE = '<!doctype html><title>Report</title><h1>Report</h1>';

/** A shape that is a piece of text again and again, within a paragraph of its own. */
function repeated(name: string, piece: string | ((index: number) => string), before = '', after = ''): Shape {
  const of = (length: number) => before + fill(piece, length) + after;
  return {
    name,
    markdown: (length) => `# Report\n\n${of(length)}\n`,
    html: (length) => `${PAGE}<p>${escaped(of(length))}`,
  };
}

function fill(piece: string | ((index: number) => string), length: number): string {
  const pieces: string[] = [];
  for (let total = 0; total < length; ) {
    const next = typeof piece === 'string' ? piece : piece(pieces.length);
    pieces.push(next);
    total += next.length;
  }
  return pieces.join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

export const SHAPES: readonly Shape[] = [
  repeated('one word', 'a', 'Recorded crime rose by 5% in 2019 ', ' in 2019.'),
  repeated('open brackets', '(', 'Recorded crime rose by 5% (12) in 2019 '),
  repeated('open square brackets', '[', 'Recorded crime rose by 5% in 2019 '),
  repeated('one number', '7', 'Recorded crime rose by ', ' in 2019.'),
  repeated('blanks', ' ', 'Recorded crime rose by 5%', 'in 2019.'),
  repeated('one sentence of many figures', (index) => `burglary rose by ${index}% and `, 'In 2019 ', 'robbery fell.'),
  repeated('one sentence without figures', 'and so on and so forth ', 'In 2019 crime rose by 5% '),
  {
    name: 'nested quotes and lists',
    markdown: (length) => `# Report\n\n${fill('> ', length / 2)}5%\n\n${fill('- ', length / 2)}5%\n`,
    html: (length) => `${PAGE}${fill('<blockquote>', length / 2)}5%${fill('<ul><li>', length / 2)}5%`,
  },
  repeated('pipes', '|'),
  {
    name: 'one cell',
    markdown: (length) => `| Offence | 2019 |\n| --- | --- |\n| ${fill('word 12 ', length)} | 5 |\n`,
    html: (length) => `${PAGE}<table><tr><th>Offence<th>2019<tr><td>${fill('word 12 ', length)}<td>5</table>`,
  },
  {
    name: 'one row',
    markdown: (length) =>
      `| Offence |${fill(' 2019 |', length / 3)}\n|${fill(' - |', length / 3)}\n| Burglary |${fill(' 12 |', length / 3)}\n`,
    html: (length) =>
      `${PAGE}<table><tr><th>Offence${fill('<th>2019', length / 2)}<tr><td>Burglary${fill('<td>12', length / 2)}</table>`,
  },
  {
    name: 'one heading',
    markdown: (length) => `# ${fill('Burglary 2019 ', length)}\n\nIt rose by 5%.\n`,
    html: (length) => `${PAGE}<h2>${fill('Burglary 2019 ', length)}</h2><p>It rose by 5%.`,
  },
  {
    name: 'headings',
    markdown: (length) => fill((index) => `${'#'.repeat((index % 6) + 1)} Part ${index}\n\n`, length),
    html: (length) => PAGE + fill((index) => `<h${(index % 6) + 1}>Part ${index}</h${(index % 6) + 1}>`, length),
  },
  {
    name: 'section numbers',
    markdown: (length) =>
      fill((index) => `${index}.${index % 9}.${index % 7} Burglary rose by ${index % 50}%.\n\n`, length),
    html: (length) =>
      PAGE + fill((index) => `<p>${index}.${index % 9}.${index % 7} Burglary rose by ${index % 50}%.`, length),
  },
  repeated('one row of tabs', (index) => `\t${index}`, 'Burglary'),
  repeated('full stops', 'and so on. ', 'In 2019 crime rose by 5% '),
  repeated('addresses', 'www.', 'See '),
];
