-- Since when nothing of a closed report leads to whoever wrote it.
alter table reports_reports add column anonymised_at timestamptz;
create index reports_reports_to_anonymise on reports_reports (category_code, closed_at)
  where closed_at is not null and anonymised_at is null;
create index reports_reports_to_delete on reports_reports (category_code, closed_at) where closed_at is not null;
