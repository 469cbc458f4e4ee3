/** Largest paper that is read, in bytes: far above any published paper, far below what fills a laptop's memory. */
export const MOST_PAPER_BYTES = 256 * 2 ** 20;

/** Most bytes that the parts of a Word file may unpack to: what a large paper's XML needs, not what a bomb holds. */
export const MOST_UNPACKED_BYTES = 512 * 2 ** 20;

/** Most pages of a PDF that are read: ten times the longest performance report, and still minutes, not hours. */
export const MOST_PAGES = 2000;
