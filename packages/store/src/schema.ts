/**
 * The tables as Kysely sees them. Only types that SQLite and PostgreSQL hold alike: text, integer, double precision.
 * Lists are JSON text, dates are ISO text, and no column is a boolean.
 */
export interface Tables {
  paper: PaperTable;
  paper_origin: PaperOriginTable;
  current_origin: CurrentOriginView;
  paper_fact: PaperFactTable;
  extraction: ExtractionTable;
  observation: ObservationTable;
  failure: FailureTable;
  request: RequestTable;
  publication: PublicationTable;
  claim: ClaimTable;
  finding: FindingTable;
  acknowledgement: AcknowledgementTable;
  paper_date: PaperDateView;
}

export interface PaperTable {
  /** sha256 of the bytes, hex. */
  id: string;
  /** The alphabetically first origin at which the paper is current; at which it ever was, where it is no longer. */
  origin: string;
  file: string;
  media_type: string | null;
  byte_length: number;
  pages: number | null;
}

/**
 * What stood at an origin over time: one row for each run of sightings of the same bytes. The ends of a run are
 * sightings themselves, so that one of other bytes between them can split it, in whatever order sightings are written.
 */
export interface PaperOriginTable {
  origin: string;
  /** ISO time (UTC) of the first and the last sighting. */
  seen_from: string;
  seen_to: string;
  paper: string;
  file: string;
}

/** View: what stands at each origin now. */
export interface CurrentOriginView {
  origin: string;
  paper: string;
}

/** What a paper says about itself; one row for each fact that it tells. */
export interface PaperFactTable {
  paper: string;
  /** `title`, `body`, `area`, `date`, `reportingPeriod` or `itemNumber`. */
  name: string;
  value: string;
  /** ONS code of an area; null for other facts. */
  code: string | null;
  quote: string;
  span_start: number;
  span_end: number;
  /** JSON of the model's `Place`. */
  place: string;
}

/** The current output of the extractor for a paper. */
export interface ExtractionTable {
  paper: string;
  extractor_version: string;
  status: string;
  /** JSON list of messages. */
  messages: string;
}

export interface ObservationTable {
  id: string;
  paper: string;
  /** 0-based place in the paper's reading order. */
  sequence: number;
  measure_id: string | null;
  measure_label: string;
  area_id: string | null;
  area_label: string | null;
  breakdown: string;
  statistic: string;
  value: number;
  unit: string;
  qualifier: string | null;
  period: string | null;
  /** First and last day of the period; equal for a point in time. */
  period_start: string | null;
  period_end: string | null;
  baseline: string | null;
  baseline_start: string | null;
  baseline_end: string | null;
  out_of: number | null;
  status: string;
  derived_from: string | null;
  page: number | null;
  bbox: string | null;
  line: number | null;
  span_start: number;
  span_end: number;
  quote: string;
  figure: string;
  table_reference: string | null;
  headings: string;
  method: string;
  confidence: number;
  notes: string;
}

/** A paper that could not be read, and why. */
export interface FailureTable {
  origin: string;
  /** sha256 of the bytes; null where they could not be had. */
  paper: string | null;
  file: string;
  byte_length: number | null;
  reason: string;
  messages: string;
}

/** One request to a publisher's site. */
export interface RequestTable {
  url: string;
  final_url: string;
  fetched_at: string;
  status: number | null;
  /** JSON object. */
  headers: string;
  paper: string | null;
  media_type: string | null;
  byte_length: number | null;
  outcome: string;
  reason: string | null;
}

/** A page that announced a paper. */
export interface PublicationTable {
  origin: string;
  page: string;
  link_text: string | null;
  meeting: string | null;
  meeting_date: string | null;
  body: string | null;
  attachment: string | null;
}

/** What a paper says in words. */
export interface ClaimTable {
  id: string;
  paper: string;
  /** 0-based place in the paper's reading order. */
  sequence: number;
  measure_id: string | null;
  measure_label: string | null;
  area_id: string | null;
  area_label: string | null;
  says: string;
  since: string | null;
  periods: string;
  months: string;
  page: number | null;
  bbox: string | null;
  line: number | null;
  span_start: number;
  span_end: number;
  quote: string;
}

/** What the last audit found. */
export interface FindingTable {
  id: string;
  /** 0-based place in the order in which findings are told. */
  sequence: number;
  rule: string;
  severity: string;
  /** JSON list of the papers' ids and files; `files` are their names with commas between, for people. */
  papers: string;
  files: string;
  observations: string;
  claims: string | null;
  figures: string;
  lines: string;
  pages: string;
  expected: number | null;
  verdict: string | null;
  explain: string;
}

/** What a person says of a finding; it stays when the finding goes and comes again. */
export interface AcknowledgementTable {
  finding: string;
  note: string;
  acknowledged_at: string;
}

/** View: when a paper said what it says; null where nothing tells. */
export interface PaperDateView {
  paper: string;
  date: string | null;
}
