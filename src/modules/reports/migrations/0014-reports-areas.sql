-- Where others answer: a road of the state, a company's land. Whoever reports there is told whom to turn to.
create table reports_areas (
  id uuid constraint reports_areas_pkey primary key,
  name jsonb not null,
  phone text not null,
  mail text not null,
  web text not null,
  -- Areas and lines in WGS84, as they were given; a line reaches `buffer_metres` to both sides.
  shapes jsonb not null,
  buffer_metres int not null,
  bounds box not null,
  -- The subjects that are theirs there.
  categories text[] not null,
  -- Whoever knows it may report to the municipality nevertheless.
  lets_through boolean not null,
  is_open boolean not null,
  changed_at timestamptz not null,
  constraint reports_areas_buffer check (buffer_metres between 0 and 500),
  constraint reports_areas_contact check (length(phone) <= 50 and length(mail) <= 320 and length(web) <= 500)
);
create index reports_areas_bounds on reports_areas using gist (bounds) where is_open;
