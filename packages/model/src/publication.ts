/** Where a paper was announced: the publisher's page that links to it. */
export interface Publication {
  /** URL of the paper. */
  readonly origin: string;
  /** URL of the page, feed or sitemap that named it. */
  readonly page: string;
  readonly linkText: string | null;
  /** Title of the meeting that the paper goes to. */
  readonly meeting: string | null;
  /** ISO date of the meeting, or of publication where no meeting is named. */
  readonly meetingDate: string | null;
  /** The committee or body that meets. */
  readonly body: string | null;
  /** The publisher's own key of the document, which stays when its name changes. */
  readonly attachment: string | null;
}

/** One request to a publisher's site, whatever came of it. */
export interface FetchRecord {
  readonly url: string;
  /** After all redirects. */
  readonly finalUrl: string;
  /** ISO time (UTC) at which the request was sent. */
  readonly fetchedAt: string;
  /** HTTP status; null where there was no answer. */
  readonly status: number | null;
  /** Headers of the answer that tell of the document, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** sha256 of the bytes, hex; null where there were none. */
  readonly paper: string | null;
  readonly mediaType: string | null;
  readonly byteLength: number | null;
  readonly outcome: 'fetched' | 'not-modified' | 'refused' | 'failed';
  /** One sentence where it was refused or failed. */
  readonly reason: string | null;
}
