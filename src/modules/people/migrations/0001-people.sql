-- Popolo: persons, organizations (bodies), posts, memberships.

-- Letters in the order of the Estonian alphabet (z after s; õ ä ö ü after w), so that byte order is reading order.
create function people_sort_name(family_name text, given_name text) returns text language sql immutable as $$
  select translate(lower(translate(family_name || ' ' || given_name, 'ÕÄÖÜŠŽ', 'õäöüšž')),
    'šzžtuvwõäöüxy', 'tuvwxyz{|}~¡¢')
$$;

create function people_search_name(family_name text, given_name text) returns text language sql immutable as $$
  select translate(lower(translate(given_name || ' ' || family_name, 'ÕÄÖÜŠŽ', 'õäöüšž')), 'õäöüšž', 'oaousz')
$$;

create table people_persons (
  id uuid constraint people_persons_pkey primary key default gen_random_uuid(),
  slug text constraint people_persons_slug_key unique,
  given_name text not null,
  family_name text not null,
  -- Keyed hash of country and personal code; the code itself only sealed.
  code_index bytea constraint people_persons_code_key unique,
  code_sealed bytea,
  birth_date date,
  email text,
  phone text,
  -- Invented for the demo.
  synthetic boolean not null default false,
  sort_name text generated always as (people_sort_name(family_name, given_name)) stored,
  search_name text generated always as (people_search_name(family_name, given_name)) stored,
  created_at timestamptz not null,
  constraint people_persons_names check (length(given_name) between 1 and 200 and length(family_name) between 1 and 200)
);
-- Only persons of public life have a slug, and only they are listed.
create index people_persons_listed on people_persons (sort_name collate "C", id) where slug is not null;
create index people_persons_synthetic on people_persons (id) where synthetic;

create table people_bodies (
  id uuid constraint people_bodies_pkey primary key default gen_random_uuid(),
  slug text not null constraint people_bodies_slug_key unique,
  name jsonb not null,
  -- Other ways documents write this body.
  aliases text[] not null default '{}',
  kind text not null,
  parent_id uuid constraint people_bodies_parent_fkey references people_bodies (id),
  settlement_ehak text constraint people_bodies_settlement_fkey references places_settlements (ehak),
  seats int,
  description jsonb,
  contact text,
  registry_code text,
  member_roles text[] not null default '{}',
  founded_on date,
  dissolved_on date,
  position int not null default 100,
  created_at timestamptz not null,
  constraint people_bodies_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint people_bodies_seats check (seats is null or seats between 1 and 500),
  constraint people_bodies_dates check (dissolved_on is null or founded_on is null or dissolved_on >= founded_on),
  constraint people_bodies_own_parent check (parent_id is null or parent_id <> id)
);
create index people_bodies_kind on people_bodies (kind, position, slug);
create index people_bodies_parent on people_bodies (parent_id);
create index people_bodies_settlement on people_bodies (settlement_ehak) where settlement_ehak is not null;

create table people_posts (
  id uuid constraint people_posts_pkey primary key default gen_random_uuid(),
  body_id uuid not null constraint people_posts_body_fkey references people_bodies (id),
  slug text not null constraint people_posts_slug_key unique,
  title jsonb not null,
  -- Other ways documents write this post.
  aliases text[] not null default '{}',
  roles text[] not null default '{}',
  -- May the holder speak for the body towards the municipality?
  represents boolean not null default false,
  seats int not null default 1,
  position int not null default 100,
  closed_on date,
  constraint people_posts_seats check (seats between 1 and 500),
  constraint people_posts_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
create index people_posts_body on people_posts (body_id, position);

-- A membership as a stretch of numbers: the hash of who sits where, then the days. Two of the same overlap as ranges
-- do, which a plain GiST index can refuse; `btree_gist` is not there on every database.
create function people_membership_span(person uuid, body uuid, post uuid, from_date date, until_date date)
returns numrange language sql immutable as $$
  select numrange(
    hashtextextended(concat(person::text, body::text, post::text), 0)::numeric * 10000000 + (from_date - date '1800-01-01'),
    hashtextextended(concat(person::text, body::text, post::text), 0)::numeric * 10000000
      + coalesce(until_date - date '1800-01-01', 9999999), '[]')
$$;

create table people_memberships (
  id uuid constraint people_memberships_pkey primary key default gen_random_uuid(),
  person_id uuid not null constraint people_memberships_person_fkey references people_persons (id),
  body_id uuid not null constraint people_memberships_body_fkey references people_bodies (id),
  post_id uuid constraint people_memberships_post_fkey references people_posts (id),
  -- On whose behalf the person sits there: a community in a working group, the youth council in a committee.
  on_behalf_of uuid constraint people_memberships_behalf_fkey references people_bodies (id),
  from_date date not null,
  until_date date,
  ended_because text,
  created_at timestamptz not null,
  constraint people_memberships_dates check (
    from_date between '1900-01-01' and '2999-12-31' and (until_date is null or until_date between from_date and '2999-12-31')),
  constraint people_memberships_overlap exclude using gist
    (people_membership_span(person_id, body_id, post_id, from_date, until_date) with &&)
);
create index people_memberships_person on people_memberships (person_id, from_date desc);
create index people_memberships_body on people_memberships (body_id, from_date desc);
create index people_memberships_post on people_memberships (post_id) where post_id is not null;
create index people_memberships_behalf on people_memberships (on_behalf_of) where on_behalf_of is not null;

-- Snapshot of the population register: what a right to take part is checked against. No names.
create table people_residents (
  code_index bytea constraint people_residents_pkey primary key,
  birth_date date not null,
  settlement_ehak text not null constraint people_residents_settlement_fkey references places_settlements (ehak),
  citizenship text not null,
  synthetic boolean not null,
  imported_at timestamptz not null,
  constraint people_residents_citizenship check (citizenship in ('EE', 'EU', 'other', 'undetermined'))
);
create index people_residents_settlement on people_residents (settlement_ehak, birth_date);

-- Roles granted by the command line to a person who may not have signed in yet: the first administrator.
create table people_granted_roles (
  code_index bytea not null,
  role text not null,
  granted_at timestamptz not null,
  constraint people_granted_roles_pkey primary key (code_index, role)
);
