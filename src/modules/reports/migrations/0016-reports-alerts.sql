-- What people want to hear of new reports about: a settlement, a circle, a group of subjects, or two of them. One row
-- for all who want the same; who they are is known to notifications alone.
create table reports_alerts (
  code text constraint reports_alerts_pkey primary key,
  settlement_ehak text constraint reports_alerts_settlement_fkey references places_settlements,
  group_code text constraint reports_alerts_group_fkey references reports_groups,
  latitude double precision,
  longitude double precision,
  metres int,
  -- The squares of the coarse net that the circle touches.
  squares text[] not null,
  created_at timestamptz not null,
  constraint reports_alerts_once unique nulls not distinct (settlement_ehak, group_code, latitude, longitude, metres),
  constraint reports_alerts_circle check (num_nonnulls(latitude, longitude, metres) in (0, 3)),
  constraint reports_alerts_place check (settlement_ehak is null or metres is null),
  constraint reports_alerts_something check (num_nonnulls(settlement_ehak, group_code, metres) > 0),
  constraint reports_alerts_metres check (metres between 100 and 5000)
);
create index reports_alerts_squares on reports_alerts using gin (squares) where metres is not null;
create index reports_alerts_group on reports_alerts (group_code)
  where settlement_ehak is null and metres is null;
create index reports_alerts_created on reports_alerts (created_at);
