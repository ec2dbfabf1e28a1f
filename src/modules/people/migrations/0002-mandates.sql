-- Mandates (KOKS §§ 18–20¹): without a vote, suspended, taken over by a substitute member.

alter table people_memberships
  add column voting_right boolean not null default true,
  -- Whose seat the person took over as a substitute member.
  add column replaces uuid,
  add constraint people_memberships_in_body unique (id, body_id),
  add constraint people_memberships_whose unique (id, person_id, body_id),
  add constraint people_memberships_replaces_fkey foreign key (replaces, body_id)
    references people_memberships (id, body_id),
  add constraint people_memberships_replaces check (replaces is null or replaces <> id);
create index people_memberships_replaces on people_memberships (replaces) where replaces is not null;

-- A suspension is of everything that the person is in the body: a suspended member does not chair it either.
create table people_mandate_suspensions (
  id uuid constraint people_mandate_suspensions_pkey primary key default gen_random_uuid(),
  membership_id uuid not null,
  person_id uuid not null,
  body_id uuid not null,
  from_date date not null,
  until_date date,
  -- By the law's list, never in free words: most of them are nobody else's business.
  ground text not null,
  created_at timestamptz not null,
  constraint people_mandate_suspensions_membership_fkey foreign key (membership_id, person_id, body_id)
    references people_memberships (id, person_id, body_id) on delete cascade,
  constraint people_mandate_suspensions_dates check (
    from_date between '1900-01-01' and '2999-12-31' and (until_date is null or until_date between from_date and '2999-12-31')),
  constraint people_mandate_suspensions_ground check (ground in
    ('municipal-government', 'state-government', 'municipal-employment', 'custody', 'own-request', 'absence', 'military-service')),
  constraint people_mandate_suspensions_overlap exclude using gist
    (people_membership_span(person_id, body_id, null::uuid, from_date, until_date) with &&)
);
create index people_mandate_suspensions_person on people_mandate_suspensions (person_id, body_id, from_date);
create index people_mandate_suspensions_membership on people_mandate_suspensions (membership_id);

-- Who comes next when a seat of a composition becomes free: by list, in its order (KOKS § 20).
create table people_substitutes (
  id uuid constraint people_substitutes_pkey primary key default gen_random_uuid(),
  body_id uuid not null constraint people_substitutes_body_fkey references people_bodies (id),
  composition int not null,
  list_name text not null,
  place int not null,
  person_id uuid not null constraint people_substitutes_person_fkey references people_persons (id),
  offered_on date,
  accepted_on date,
  -- Whoever declines loses the place in the list (KOKS § 20(6)).
  declined_on date,
  membership_id uuid constraint people_substitutes_membership_fkey references people_memberships (id) on delete set null,
  created_at timestamptz not null,
  constraint people_substitutes_place_key unique (body_id, composition, list_name, place),
  constraint people_substitutes_person_key unique (body_id, composition, person_id),
  constraint people_substitutes_composition check (composition between 1 and 999),
  constraint people_substitutes_list check (length(list_name) between 1 and 200),
  constraint people_substitutes_place check (place between 1 and 999),
  constraint people_substitutes_answer check (
    (accepted_on is null or declined_on is null) and (offered_on is null or accepted_on is null or accepted_on >= offered_on)
      and (offered_on is null or declined_on is null or declined_on >= offered_on))
);
create index people_substitutes_membership on people_substitutes (membership_id) where membership_id is not null;
create index people_substitutes_person on people_substitutes (person_id);
