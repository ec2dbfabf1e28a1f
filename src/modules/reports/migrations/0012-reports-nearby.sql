-- What stands near a place and is open or was closed lately: by squares of about 280 metres (`cells` in
-- queries/map.ts), however many stand elsewhere or are long closed.
create index reports_reports_public_cell on reports_reports
  ((floor(latitude * 400)::int), (floor(longitude * 200)::int), closed_at)
  where state <> 'unconfirmed' and not is_private and hidden_at is null and latitude is not null;
-- What other systems ask for by time and state, without a look at the table.
create index reports_reports_public_received on reports_reports (created_at desc, number desc)
  include (id, state, category_code)
  where state <> 'unconfirmed' and not is_private and hidden_at is null;
-- The few that wait for their sender.
create index reports_reports_waits on reports_reports (waits_since) where waits_since is not null;
