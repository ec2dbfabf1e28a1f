-- Where public reports are: what stands near a place, and the points of the map without a look at the table.
create index reports_reports_public_place on reports_reports (latitude, longitude) include (number)
  where state <> 'unconfirmed' and not is_private and hidden_at is null and latitude is not null;
