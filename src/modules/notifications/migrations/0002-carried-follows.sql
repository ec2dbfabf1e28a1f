-- From which pages a follower was brought here, the last one last: two pages turned out to be about one thing, and may
-- be told apart again.
alter table notifications_follows add column carried_from text[] not null default '{}';
create index notifications_follows_carried on notifications_follows using gin (carried_from) where carried_from <> '{}';
