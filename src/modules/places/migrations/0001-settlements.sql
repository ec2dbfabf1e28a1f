create table places_settlements (
  ehak text constraint places_settlements_pkey primary key,
  name text not null,
  kind text not null,
  area_m2 bigint not null,
  outline jsonb not null,
  -- EHAK codes of the settlements that share a border with this one.
  neighbours text[] not null default '{}',
  description jsonb,
  constraint places_settlements_ehak check (ehak ~ '^[0-9]{4}$'),
  constraint places_settlements_kind check (kind in ('alev', 'alevik', 'küla', 'linn'))
);
