import { type Kysely, type RawBuilder, type SchemaModule, sql } from 'kysely';

/** A column type that compares by code point, which is what every database calls otherwise. */
type Text = RawBuilder<unknown>;

/** Papers, their origins and facts, what was extracted from them, where they were announced and fetched, and failures. */
export async function up(db: Kysely<unknown>, text: Text): Promise<void> {
  await createPaperTables(db.schema, text);
  await createObservationTable(db.schema, text);
  await createFailureTable(db.schema, text);
  await createFetchTables(db.schema, text);
  await createOriginViews(db);
  await createPaperView(db);
  await createObservationView(db);
}

async function createPaperTables(schema: SchemaModule, text: Text): Promise<void> {
  await schema
    .createTable('paper')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('origin', text, (column) => column.notNull())
    .addColumn('file', text, (column) => column.notNull())
    .addColumn('media_type', text)
    .addColumn('byte_length', 'integer', (column) => column.notNull())
    .addColumn('pages', 'integer')
    .execute();
  await schema
    .createTable('paper_origin')
    .addColumn('origin', text, (column) => column.notNull())
    .addColumn('seen_from', text, (column) => column.notNull())
    .addColumn('seen_to', text, (column) => column.notNull())
    .addColumn('paper', text, (column) => column.notNull().references('paper.id').onDelete('cascade'))
    .addColumn('file', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('paper_origin_key', ['origin', 'seen_from', 'paper'])
    .execute();
  await schema.createIndex('paper_origin_paper').on('paper_origin').column('paper').execute();
  await schema
    .createTable('paper_fact')
    .addColumn('paper', text, (column) => column.notNull().references('paper.id').onDelete('cascade'))
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('value', text, (column) => column.notNull())
    .addColumn('code', text)
    .addColumn('quote', text, (column) => column.notNull())
    .addColumn('span_start', 'integer', (column) => column.notNull())
    .addColumn('span_end', 'integer', (column) => column.notNull())
    .addColumn('place', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('paper_fact_key', ['paper', 'name'])
    .execute();
  await schema
    .createTable('extraction')
    .addColumn('paper', text, (column) => column.primaryKey().references('paper.id').onDelete('cascade'))
    .addColumn('extractor_version', text, (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('messages', text, (column) => column.notNull())
    .execute();
}

async function createObservationTable(schema: SchemaModule, text: Text): Promise<void> {
  await schema
    .createTable('observation')
    .addColumn('id', text, (column) => column.primaryKey())
    // No foreign key: to check it row by row takes a third of the time of writing, and one place alone writes here.
    .addColumn('paper', text, (column) => column.notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('measure_id', text)
    .addColumn('measure_label', text, (column) => column.notNull())
    .addColumn('area_id', text)
    .addColumn('area_label', text)
    .addColumn('breakdown', text, (column) => column.notNull())
    .addColumn('statistic', text, (column) => column.notNull())
    .addColumn('value', 'double precision', (column) => column.notNull())
    .addColumn('unit', text, (column) => column.notNull())
    .addColumn('qualifier', text)
    .addColumn('period', text)
    .addColumn('period_start', text)
    .addColumn('period_end', text)
    .addColumn('baseline', text)
    .addColumn('baseline_start', text)
    .addColumn('baseline_end', text)
    .addColumn('out_of', 'double precision')
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('derived_from', text)
    .addColumn('page', 'integer')
    .addColumn('bbox', text)
    .addColumn('line', 'integer')
    .addColumn('span_start', 'integer', (column) => column.notNull())
    .addColumn('span_end', 'integer', (column) => column.notNull())
    .addColumn('quote', text, (column) => column.notNull())
    .addColumn('figure', text, (column) => column.notNull())
    .addColumn('table_reference', text)
    .addColumn('headings', text, (column) => column.notNull())
    .addColumn('method', text, (column) => column.notNull())
    .addColumn('confidence', 'double precision', (column) => column.notNull())
    .addColumn('notes', text, (column) => column.notNull())
    .addUniqueConstraint('observation_in_order', ['paper', 'sequence'])
    .execute();
  // A series is one measure in one area.
  await schema.createIndex('observation_series').on('observation').columns(['measure_id', 'area_id']).execute();
  await schema.createIndex('observation_period').on('observation').columns(['period_start', 'period_end']).execute();
}

async function createFailureTable(schema: SchemaModule, text: Text): Promise<void> {
  await schema
    .createTable('failure')
    .addColumn('origin', text, (column) => column.primaryKey())
    .addColumn('paper', text)
    .addColumn('file', text, (column) => column.notNull())
    .addColumn('byte_length', 'double precision')
    .addColumn('reason', text, (column) => column.notNull())
    .addColumn('messages', text, (column) => column.notNull())
    .execute();
}

async function createFetchTables(schema: SchemaModule, text: Text): Promise<void> {
  await schema
    .createTable('request')
    .addColumn('url', text, (column) => column.notNull())
    .addColumn('fetched_at', text, (column) => column.notNull())
    .addColumn('final_url', text, (column) => column.notNull())
    .addColumn('status', 'integer')
    .addColumn('headers', text, (column) => column.notNull())
    .addColumn('paper', text)
    .addColumn('media_type', text)
    .addColumn('byte_length', 'double precision')
    .addColumn('outcome', text, (column) => column.notNull())
    .addColumn('reason', text)
    .addPrimaryKeyConstraint('request_key', ['url', 'fetched_at'])
    .execute();
  await schema
    .createTable('publication')
    .addColumn('origin', text, (column) => column.notNull())
    .addColumn('page', text, (column) => column.notNull())
    .addColumn('link_text', text)
    .addColumn('meeting', text)
    .addColumn('meeting_date', text)
    .addColumn('body', text)
    .addColumn('attachment', text)
    .addPrimaryKeyConstraint('publication_key', ['origin', 'page'])
    .execute();
}

/** What stands at each origin now, and which papers that took the place of. */
async function createOriginViews(db: Kysely<unknown>): Promise<void> {
  await sql`
    create view current_origin as
    select origin, paper from paper_origin
    where not exists (
      select 1 from paper_origin later
      where later.origin = paper_origin.origin
        and (later.seen_from > paper_origin.seen_from
          or (later.seen_from = paper_origin.seen_from and later.paper > paper_origin.paper))
    )
  `.execute(db);
  await sql`
    create view superseded_paper as
    select paper_origin.paper, min(current_origin.paper) as superseded_by
    from paper_origin join current_origin on current_origin.origin = paper_origin.origin
    where not exists (select 1 from current_origin still where still.paper = paper_origin.paper)
    group by paper_origin.paper
  `.execute(db);
}

/** One row a paper, its facts beside it, and the paper that took its place. */
async function createPaperView(db: Kysely<unknown>): Promise<void> {
  await sql`
    create view paper_view as
    select
      paper.id, paper.file, paper.origin, paper.media_type, paper.byte_length, paper.pages,
      title.value as title, body.value as body, area.code as area_id, area.value as area,
      meeting.value as date, reporting.value as reporting_period, item.value as item_number,
      superseded_paper.superseded_by,
      extraction.extractor_version, extraction.status,
      (select count(*) from observation where observation.paper = paper.id) as observations
    from paper
    join extraction on extraction.paper = paper.id
    left join superseded_paper on superseded_paper.paper = paper.id
    left join paper_fact title on title.paper = paper.id and title.name = 'title'
    left join paper_fact body on body.paper = paper.id and body.name = 'body'
    left join paper_fact area on area.paper = paper.id and area.name = 'area'
    left join paper_fact meeting on meeting.paper = paper.id and meeting.name = 'date'
    left join paper_fact reporting on reporting.paper = paper.id and reporting.name = 'reportingPeriod'
    left join paper_fact item on item.paper = paper.id and item.name = 'itemNumber'
  `.execute(db);
}

/** One row an observation, with all that a person needs to use it and to find it in its paper. */
async function createObservationView(db: Kysely<unknown>): Promise<void> {
  await sql`
    create view observation_view as
    select
      observation.id,
      observation.measure_id, observation.measure_label as measure,
      observation.area_id, observation.area_label as area,
      observation.breakdown, observation.statistic, observation.value, observation.unit, observation.qualifier,
      observation.period, observation.period_start, observation.period_end,
      observation.baseline, observation.baseline_start, observation.baseline_end,
      observation.out_of, observation.status,
      observation.figure, observation.quote, observation.line, observation.page,
      observation.method, observation.confidence, observation.notes,
      paper.file, paper.origin, title.value as title, meeting.value as paper_date,
      observation.paper, observation.sequence, superseded_paper.superseded_by
    from observation
    join paper on paper.id = observation.paper
    left join superseded_paper on superseded_paper.paper = paper.id
    left join paper_fact title on title.paper = paper.id and title.name = 'title'
    left join paper_fact meeting on meeting.paper = paper.id and meeting.name = 'date'
  `.execute(db);
}
