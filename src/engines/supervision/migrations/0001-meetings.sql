create schema if not exists supervision;
grant usage on schema supervision to opendistrict_request;

-- The present state of each dispatch meeting (调度会), folded from its events below.
create table supervision.meeting (
  district int not null,
  id uuid not null,
  day date not null,
  state text not null check (state in ('proposed', 'held', 'closed', 'withdrawn')),
  chair text,
  items int not null,
  seq int not null,
  primary key (district, id)
);
-- One at a time, and one on a day; a withdrawn one was none.
create unique index on supervision.meeting (district) where state in ('proposed', 'held');
create unique index on supervision.meeting (district, day) where state <> 'withdrawn';
create index on supervision.meeting (district, day desc, id desc);

-- What happened. Append-only.
create table supervision.meeting_event (
  district int not null,
  meeting uuid not null,
  seq int not null,
  at timestamptz not null,
  person uuid not null,
  by_name text not null,
  event jsonb not null,
  primary key (district, meeting, seq)
);

-- Decisions as they were taken. How they stand is asked of the commitment that each became.
create table supervision.decision (
  district int not null,
  meeting uuid not null,
  no int not null,
  commitment uuid not null,
  item text not null,
  item_title text not null,
  words text not null,
  lead uuid not null,
  co uuid[] not null,
  due_on date not null,
  measure text not null,
  primary key (district, meeting, no),
  unique (district, commitment)
);

grant select, insert, update on supervision.meeting to opendistrict_request;
grant select, insert on supervision.meeting_event, supervision.decision to opendistrict_request;
