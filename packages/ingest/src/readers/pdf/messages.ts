import type { Message } from '@scrutineer/model';
import { MOST_PAGES } from '../limits.ts';
import type { Ocr } from '../read-options.ts';
import { MOST_IMAGE_PIXELS } from './open-pdf.ts';
import type { Page } from './page.ts';

export function tooManyPages(pages: number): Message {
  const reason = `only the first ${MOST_PAGES} of ${pages} pages were read`;
  return { rule: 'pdf/too-many-pages', severity: 'warning', reason, place: null, help: 'split the file into parts' };
}

export function pageMessage(rule: string, page: number, reason: string, help?: string): Message {
  const place = { kind: 'page', page, box: [0, 0, 0, 0] } as const;
  return { rule, severity: 'warning', reason, place, ...(help ? { help } : {}) };
}

export function withoutTextMessage({ number }: Page): Message {
  const reason = `page ${number} has no text layer: it is a picture or a scan`;
  return pageMessage('pdf/page-without-text', number, reason, 'read it with --ocr auto if it holds figures');
}

export function overBudgetMessage(page: number): Message {
  const reason = `page ${page} was left out: it took more time or memory than a page may take`;
  return pageMessage('pdf/page-over-budget', page, reason, 'give it more with --page-timeout');
}

/** What recognition of a page's picture gave. */
export function recognisedMessage(number: number, page: Page | null, reason: string | null): Message {
  if (!page) return pageMessage('pdf/page-without-text', number, `page ${number} could not be recognised: ${reason}`);
  const sure = page.runs.reduce((sum, run) => sum + (run.confidence ?? 1), 0) / Math.max(page.runs.length, 1);
  const words = `page ${number} is a picture: ${page.runs.length} words were recognised in it`;
  const told = page.runs.length > 0 ? `${words}, with a confidence of ${sure.toFixed(2)}` : words;
  return { ...pageMessage('pdf/page-recognised', number, told), severity: 'info' };
}

export function scanMessage(file: string, ocr: Ocr): Message {
  return {
    rule: 'pdf/page-without-text',
    severity: 'warning',
    reason: `no page of ${file} has text that can be read`,
    place: null,
    help: ocr === 'never' ? 'if it is a scan, read it with --ocr auto' : 'look whether it is the right file',
  };
}

/** What pdf.js leaves out it does not tell. */
export function clearedMessage({ number }: Page): Message {
  const reason = `page ${number} shows nothing: it is blank, or its picture has more than ${MOST_IMAGE_PIXELS / 1e6} million pixels`;
  return { ...pageMessage('pdf/page-shows-nothing', number, reason), severity: 'info' };
}

/** Text in fonts without a map to Unicode is not guessed. */
export function unreadableMessage({ number, unreadable }: Page): Message {
  const reason = `${unreadable} characters of page ${number} cannot be read: their font does not tell which letters they are`;
  return pageMessage('pdf/text-unreadable', number, reason, 'read it with --ocr always');
}
