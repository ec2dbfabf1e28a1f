-- What stands near a place, however many stand elsewhere on the same latitude.
create index reports_reports_public_point on reports_reports using gist (point(longitude, latitude))
  where state <> 'unconfirmed' and not is_private and hidden_at is null and latitude is not null;
-- What other systems ask for by time and state, without a look at the table.
create index reports_reports_public_received on reports_reports (created_at desc, number desc)
  include (id, state, category_code)
  where state <> 'unconfirmed' and not is_private and hidden_at is null;
