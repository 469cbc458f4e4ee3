import { type Kysely, type RawBuilder, type SchemaModule, sql } from 'kysely';

/** A column type that compares by code point, which is what every database calls otherwise. */
type Text = RawBuilder<unknown>;

/** Claims in words, what the last audit found, what people said of it, and views of series and their revisions. */
export async function up(db: Kysely<unknown>, text: Text): Promise<void> {
  await createClaimTable(db.schema, text);
  await createFindingTables(db.schema, text);
  await createSeriesIndexes(db.schema);
  await createPaperDateView(db);
  await createSeriesViews(db);
  await createFindingView(db);
}

async function createClaimTable(schema: SchemaModule, text: Text): Promise<void> {
  await schema
    .createTable('claim')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('paper', text, (column) => column.notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('measure_id', text)
    .addColumn('measure_label', text)
    .addColumn('area_id', text)
    .addColumn('area_label', text)
    .addColumn('says', text, (column) => column.notNull())
    .addColumn('since', text)
    .addColumn('periods', text, (column) => column.notNull())
    .addColumn('months', text, (column) => column.notNull())
    .addColumn('page', 'integer')
    .addColumn('bbox', text)
    .addColumn('line', 'integer')
    .addColumn('span_start', 'integer', (column) => column.notNull())
    .addColumn('span_end', 'integer', (column) => column.notNull())
    .addColumn('quote', text, (column) => column.notNull())
    .addUniqueConstraint('claim_in_order', ['paper', 'sequence'])
    .execute();
  await schema.createIndex('claim_measure').on('claim').column('measure_label').execute();
}

async function createFindingTables(schema: SchemaModule, text: Text): Promise<void> {
  await schema
    .createTable('finding')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('rule', text, (column) => column.notNull())
    .addColumn('severity', text, (column) => column.notNull())
    .addColumn('papers', text, (column) => column.notNull())
    .addColumn('files', text, (column) => column.notNull())
    .addColumn('observations', text, (column) => column.notNull())
    .addColumn('claims', text)
    .addColumn('figures', text, (column) => column.notNull())
    .addColumn('lines', text, (column) => column.notNull())
    .addColumn('pages', text, (column) => column.notNull())
    .addColumn('expected', 'double precision')
    .addColumn('verdict', text)
    .addColumn('explain', text, (column) => column.notNull())
    .execute();
  // Kept apart from findings, which come and go with every audit: what a person wrote stays.
  await schema
    .createTable('acknowledgement')
    .addColumn('finding', text, (column) => column.primaryKey())
    .addColumn('note', text, (column) => column.notNull())
    .addColumn('acknowledged_at', text, (column) => column.notNull())
    .execute();
}

/** All that is said of one thing is read in one go: by measure, area and breakdown. */
async function createSeriesIndexes(schema: SchemaModule): Promise<void> {
  await schema
    .createIndex('observation_thing')
    .on('observation')
    .columns(['measure_label', 'measure_id', 'area_label', 'breakdown'])
    .execute();
}

/** When a paper said what it says: the date it tells itself, else that of the meeting it was announced for. */
async function createPaperDateView(db: Kysely<unknown>): Promise<void> {
  await sql`
    create view paper_date as
    select paper.id as paper, coalesce(
      (select value from paper_fact where paper_fact.paper = paper.id and paper_fact.name = 'date'),
      (select min(publication.meeting_date) from publication
        join paper_origin on paper_origin.origin = publication.origin
        where paper_origin.paper = paper.id)
    ) as date
    from paper
  `.execute(db);
}

/**
 * `printing_view`: every printing of a level in a paper that is current, without doubtful readings, numbered from the last paper to the first
 * within its period. `series_view`: one row a period, as last printed. `revision_view`: one row for each time that a
 * later paper printed another value (of several in one paper the first). The columns that a series is one of come first in every window, so that asking
 * for one measure reads only its rows.
 */
async function createSeriesViews(db: Kysely<unknown>): Promise<void> {
  const line = sql.raw('measure_label, measure_id, area_label, breakdown, unit, period');
  await sql`
    create view printing_view as
    select
      observation.measure_label, observation.measure_id, observation.area_label, observation.area_id,
      observation.breakdown, observation.unit, observation.period, observation.period_start, observation.period_end,
      observation.value, observation.figure, observation.qualifier, observation.id as observation,
      paper_date.date as paper_date, paper.file, observation.paper, observation.line, observation.page,
      row_number() over (
        partition by ${line} order by coalesce(paper_date.date, '') desc, paper.file desc, observation.paper desc, sequence
      ) as from_last
    from observation
    join paper on paper.id = observation.paper
    join paper_date on paper_date.paper = observation.paper
    where observation.statistic = 'level' and observation.period is not null and observation.confidence >= 0.5
      and observation.paper in (select paper from current_origin)
  `.execute(db);
  await sql`
    create view series_view as
    select
      last.measure_label as measure, last.measure_id, last.area_label as area, last.area_id, last.breakdown, last.unit,
      last.period, last.period_start, last.period_end, last.value, last.figure, last.qualifier,
      last.paper_date, last.file, last.line, last.page, last.paper, last.observation
    from printing_view last
    where last.from_last = 1
  `.execute(db);
  await sql`
    create view revision_view as
    select * from (
      select
        measure_label as measure, measure_id, area_label as area, area_id, breakdown, unit, period, period_start, period_end,
        lead(value) over by_paper as earlier_value, lead(figure) over by_paper as earlier_figure,
        lead(file) over by_paper as earlier_file, lead(paper_date) over by_paper as earlier_date,
        lead(paper) over by_paper as earlier_paper,
        value, figure, file, paper_date, paper, value - lead(value) over by_paper as difference
      from (
        select printing_view.*, row_number() over (partition by ${line}, paper order by from_last) as from_first
        from printing_view
      ) printings
      where from_first = 1
      window by_paper as (partition by ${line} order by from_last)
    ) papers
    where difference <> 0
  `.execute(db);
}

/** What the last audit found, with what people said of it. */
async function createFindingView(db: Kysely<unknown>): Promise<void> {
  await sql`
    create view finding_view as
    select
      finding.id, finding.severity, finding.rule, finding.files, finding.lines, finding.pages, finding.figures,
      finding.expected, finding.verdict, finding.explain, finding.observations, finding.papers,
      acknowledgement.note, acknowledgement.acknowledged_at, finding.sequence
    from finding left join acknowledgement on acknowledgement.finding = finding.id
  `.execute(db);
}
