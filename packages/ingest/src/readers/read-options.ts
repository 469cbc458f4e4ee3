/** How a paper is read; only PDF has pages. */
export interface ReadOptions {
  /** Whether text is recognised in pictures of pages: in those without text (the default), in none, or in all. */
  readonly ocr?: Ocr;
  /** Milliseconds that one page may take. */
  readonly pageTime?: number;
  /** Threads that recognise text; as many as there are processors where it is not given. */
  readonly recognitionThreads?: number;
  /** Pages to leave out, because they exceeded their time or memory before. */
  readonly unreadPages?: readonly number[];
  /** Is told each page before it is read; null where several are being read at once. */
  readonly onPage?: (page: number | null) => void;
}

/** Milliseconds that a page may take where the caller does not say. */
export const PAGE_TIME = 60_000;

export const OCR = ['auto', 'never', 'always'] as const;
export type Ocr = (typeof OCR)[number];
