-- What logs say of attendance and votes, kept so that pages over many years fold nothing. Derived: it may be made anew.

create table meetings_attendance (
  meeting_id uuid not null constraint meetings_attendance_meeting_fkey references meetings_meetings (id),
  person_id uuid not null constraint meetings_attendance_person_fkey references people_persons (id),
  kind text not null,
  -- Of the time that the meeting ran while the mandate held.
  minutes_present int not null,
  minutes_missed int not null,
  constraint meetings_attendance_pkey primary key (meeting_id, person_id),
  constraint meetings_attendance_kind check (kind in ('whole', 'partly', 'excused', 'absent')),
  constraint meetings_attendance_minutes check (minutes_present >= 0 and minutes_missed >= 0)
);
create index meetings_attendance_person on meetings_attendance (person_id, meeting_id);

-- Votes with a stated result, undone ones included. Of what was closed to the public only the outcome.
create table meetings_votes (
  meeting_id uuid not null constraint meetings_votes_meeting_fkey references meetings_meetings (id),
  vote_id text not null,
  position int not null,
  stated_at timestamptz not null,
  state text not null,
  outcome text not null,
  -- The agenda's items that it was about, by their numbers and titles of that day.
  about text not null,
  item_id text,
  is_closed boolean not null,
  question text not null,
  method text not null,
  votes_for int,
  votes_against int,
  abstained int,
  did_not_vote int,
  constraint meetings_votes_pkey primary key (meeting_id, vote_id),
  constraint meetings_votes_state check (state in ('stated', 'annulled', 'repeated')),
  constraint meetings_votes_closed check (not is_closed or (question = '' and votes_for is null))
);
create index meetings_votes_time on meetings_votes (stated_at desc, vote_id);

-- Who voted how, of votes by name that everybody could follow.
create table meetings_choices (
  meeting_id uuid not null,
  vote_id text not null,
  person_id uuid not null constraint meetings_choices_person_fkey references people_persons (id),
  choice text not null,
  constraint meetings_choices_pkey primary key (meeting_id, vote_id, person_id),
  constraint meetings_choices_vote_fkey foreign key (meeting_id, vote_id)
    references meetings_votes (meeting_id, vote_id) on delete cascade,
  constraint meetings_choices_choice check (choice in ('for', 'against', 'abstained', 'did-not-vote', 'absent'))
);
create index meetings_choices_person on meetings_choices (person_id, meeting_id, vote_id);

-- Up to which entry of its log the record of a meeting was made, and by which way of reckoning.
create table meetings_records (
  meeting_id uuid constraint meetings_records_pkey primary key
    constraint meetings_records_meeting_fkey references meetings_meetings (id),
  last_seq int not null,
  reckoning int not null,
  -- Of a meeting that is over: what OParl tells of it.
  course jsonb
);

-- Compositions (koosseisud) of a body: "10th composition, 21st sitting".
create table meetings_terms (
  id uuid constraint meetings_terms_pkey primary key default gen_random_uuid(),
  body_id uuid not null constraint meetings_terms_body_fkey references people_bodies (id),
  number int not null,
  from_date date not null,
  until_date date,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint meetings_terms_once unique (body_id, number),
  constraint meetings_terms_number check (number between 1 and 999),
  constraint meetings_terms_dates check (until_date is null or until_date >= from_date)
);
