-- What was answered to the category's own questions, with the version that asked them.
alter table reports_reports add column answers_id uuid
  constraint reports_reports_answers_fkey references forms_answers;
create index reports_reports_answers on reports_reports (answers_id) where answers_id is not null;
create index reports_reports_duplicate on reports_reports (duplicate_of) where duplicate_of is not null;
