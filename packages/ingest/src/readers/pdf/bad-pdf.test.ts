import { leafText, type Message, type PaperTree } from '@scrutineer/model';
import { mutated } from '@scrutineer/testkit';
import PDFDocument from 'pdfkit';
import { filledBox, ruledTable, textAt, tinyPdf } from '../../testing/tiny-pdf.ts';
import { expectSoundTree, leavesOf } from '../../testing/tree-rules.ts';
import { readPaper } from '../read-paper.ts';

const SENTENCE = 'Recorded crime fell by 12% to 1,204 offences.';
const good = { content: [textAt(50, 100, SENTENCE)] };

async function read(bytes: Uint8Array): Promise<{ tree: PaperTree; text: string; rules: string[] }> {
  const result = await readPaper(bytes, 'bad.pdf', { ocr: 'never' });
  if (result.status === 'failed') throw new Error(result.messages[0]!.reason);
  expectSoundTree(result.value);
  const text = leavesOf(result.value).map(leafText).join('\n');
  return { tree: result.value, text, rules: result.messages.map(({ rule }: Message) => rule) };
}

async function encrypted(passwords: { userPassword?: string; ownerPassword: string }): Promise<Uint8Array> {
  const document = new PDFDocument(passwords);
  document.text(SENTENCE);
  document.end();
  return new Uint8Array(Buffer.concat(await Array.fromAsync(document)));
}

const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const asBytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

describe('PDF papers that are not as they should be', () => {
  test('one that only its owner may change is read, one that asks for a password is refused', async () => {
    expect((await read(await encrypted({ ownerPassword: 'owner' }))).text).toBe(SENTENCE);
    const locked = await readPaper(await encrypted({ userPassword: 'user', ownerPassword: 'owner' }), 'locked.pdf');
    expect([locked.status, locked.messages[0]?.rule]).toEqual(['failed', 'pdf/password']);
  });

  test('a table of objects that points elsewhere is made anew', async () => {
    const wrong = asText(tinyPdf([good])).replace(/startxref\n\d+/, 'startxref\n17');
    expect((await read(asBytes(wrong))).text).toBe(SENTENCE);
  });

  test('one without pages is refused', async () => {
    const none = asText(tinyPdf([good])).replace(/\/Count 1 \/Kids \[[^\]]*\]/, '/Count 0 /Kids []');
    expect((await readPaper(asBytes(none), 'none.pdf')).messages[0]?.reason).toBe('none.pdf has no pages');
  });

  test('a page that is not there is told, the others are read', async () => {
    const gone = asText(tinyPdf([good, good])).replace('[5 0 R 7 0 R]', '[5 0 R 77 0 R]');
    const { text, rules } = await read(asBytes(gone));
    expect([text, rules]).toEqual([SENTENCE, ['pdf/page-unreadable']]);
  });

  test('pages beyond the limit are told', async () => {
    const { tree, rules } = await read(tinyPdf([good, ...Array.from({ length: 2004 }, () => ({ content: [] }))]));
    expect([tree.pages, rules]).toEqual([2005, ['pdf/too-many-pages']]);
  });

  test('a form that draws itself is drawn once', async () => {
    const form = `<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X1 7 0 R >> >> /Length 7 >>`;
    const bytes = tinyPdf([{ content: [textAt(50, 100, SENTENCE), '/X1 Do'] }], {
      resources: '/XObject << /X1 7 0 R >>',
      objects: [`${form}\nstream\n/X1 Do \nendstream`],
    });
    expect((await read(bytes)).text).toBe(SENTENCE);
  });

  test('what is drawn far outside the page is no part of it', async () => {
    const far = [textAt(1e12, 1e12, 'far 99'), '1e30 0 m 1e38 1e38 l S', `${'9'.repeat(30)} 0 0 5 re f`];
    expect((await read(tinyPdf([{ content: [...far, textAt(50, 100, SENTENCE)] }]))).text).toBe(SENTENCE);
  });

  test('thousands of lines, areas and runs on one page leave the next as it is', async () => {
    const many = Array.from({ length: 4_000 }, (_, index) => [
      `${(index * 13) % 590} ${(index * 7) % 840} m ${(index * 31) % 590} ${(index * 7) % 840} l S`,
      filledBox((index * 17) % 590, (index * 5) % 840, ((index * 17) % 590) + 5, ((index * 5) % 840) + 5, 0.5),
      textAt((index * 37) % 560, (index * 61) % 800, String(index % 10), { size: 5 }),
    ]).flat();
    const { text } = await read(tinyPdf([{ content: many }, good]));
    expect(text).toContain(SENTENCE);
  });

  test('a blank page is none to complain about, one from which a picture was left out is told', async () => {
    const picture =
      '<< /Type /XObject /Subtype /Image /Width 20000 /Height 20000 /BitsPerComponent 1 /ColorSpace /DeviceGray';
    const bytes = tinyPdf([good, { content: [] }, { content: ['q 500 0 0 700 50 50 cm /I1 Do Q'] }], {
      resources: '/XObject << /I1 11 0 R >>',
      objects: [`${picture} /Length 0 >>\nstream\n\nendstream`],
    });
    const { text, rules } = await read(bytes);
    expect([text, rules]).toEqual([SENTENCE, ['pdf/page-shows-nothing']]);
  });
});

describe('damaged files', () => {
  const whole = tinyPdf([
    { content: [textAt(50, 60, 'Quarterly report', { size: 16, bold: true }), textAt(50, 90, SENTENCE)] },
    {
      content: [
        ...ruledTable([50, 200, 320, 440], 80, [
          ['Measure', '2018', '2019'],
          ['Theft', '1,020', '1,122'],
        ]),
        textAt(50, 200, 'Offence        2018       2019'),
      ],
    },
  ]);

  test.each(Array.from({ length: 50 }, (_, seed) => seed))(
    'are read in part or refused in a sentence (%d)',
    async (seed) => {
      const result = await readPaper(mutated(whole, seed), 'damaged.pdf', { ocr: 'never' });
      if (result.status === 'failed') expect(result.messages[0]!.reason).toMatch(/^damaged\.pdf \S/);
      else expectSoundTree(result.value);
      for (const { rule } of result.messages) expect(rule).not.toBe('reader/error');
    },
  );
});
