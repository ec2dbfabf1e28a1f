-- What officials ask of whoever sent a report. While one is open the report waits, and its terms do not run: the days
-- from and until are the pause.
create table reports_questions (
  id uuid constraint reports_questions_pkey primary key default gen_random_uuid(),
  report_id uuid not null constraint reports_questions_report_fkey references reports_reports,
  asked_at timestamptz not null,
  asked_by uuid not null constraint reports_questions_person_fkey references people_persons,
  asked_post uuid constraint reports_questions_post_fkey references people_posts,
  words text not null,
  is_public boolean not null,
  waits_from date not null,
  waits_until date,
  settled_at timestamptz,
  settled_how text,
  -- Of a question to the sender alone; what is answered in public stands among the updates.
  answer_words text,
  constraint reports_questions_length check (length(words) between 1 and 4000 and length(answer_words) <= 4000),
  constraint reports_questions_settled check
    ((settled_at is null) = (settled_how is null) and (settled_at is null) = (waits_until is null)),
  constraint reports_questions_how check (settled_how in ('answered', 'taken-back', 'closed')),
  constraint reports_questions_pause check (waits_until >= waits_from)
);
create index reports_questions_report on reports_questions (report_id, asked_at);
create unique index reports_questions_open on reports_questions (report_id) where settled_at is null;

-- The day since which the report waits for its sender; null while its terms run.
alter table reports_reports add column waits_since date;
