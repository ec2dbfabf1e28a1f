-- Letters that residents wrote to the municipality's address for reports: a clerk makes reports of them.
create table reports_mails (
  id uuid constraint reports_mails_pkey primary key default gen_random_uuid(),
  -- A keyed hash of the message's own name, so that one that is delivered twice is taken once.
  message_index bytea not null constraint reports_mails_once unique,
  received_at timestamptz not null,
  from_address text,
  from_name text,
  subject text not null,
  words text not null,
  -- What came along and was not kept.
  left_out int not null,
  state text not null,
  report_id uuid constraint reports_mails_report_fkey references reports_reports,
  decided_at timestamptz,
  decided_by uuid constraint reports_mails_decided_by_fkey references people_persons,
  why text,
  constraint reports_mails_state check (state in ('waiting', 'entered', 'answered', 'dismissed')),
  constraint reports_mails_decided check ((state = 'waiting') = (decided_at is null)),
  constraint reports_mails_entered check ((state in ('entered', 'answered')) = (report_id is not null)),
  constraint reports_mails_why check ((state = 'dismissed') = (why is not null))
);
create index reports_mails_waiting on reports_mails (received_at) where state = 'waiting';
create index reports_mails_report on reports_mails (report_id) where report_id is not null;
create index reports_mails_decided on reports_mails (decided_at) where decided_at is not null;
