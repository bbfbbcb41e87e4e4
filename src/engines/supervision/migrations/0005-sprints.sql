-- The present state of each sprint (攻坚行动), folded from its events below. One whose last day is over has ended by itself.
create table supervision.sprint (
  district int not null,
  id uuid not null,
  name text not null,
  from_on date not null,
  until_on date not null,
  closed boolean not null,
  items int not null,
  seq int not null,
  check (until_on > from_on),
  primary key (district, id)
);
create index on supervision.sprint (district, until_on) where not closed;

-- What happened. Append-only.
create table supervision.sprint_event (
  district int not null,
  sprint uuid not null,
  seq int not null,
  at timestamptz not null,
  person uuid not null,
  by_name text not null,
  event jsonb not null,
  primary key (district, sprint, seq)
);

grant select, insert, update on supervision.sprint to opendistrict_request;
grant select, insert on supervision.sprint_event to opendistrict_request;
