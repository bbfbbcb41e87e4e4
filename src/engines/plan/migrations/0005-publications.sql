-- What is told to the public of a plan year, frozen as it was prepared. Its present state is folded from its events below.
create table plan.publication (
  district int not null,
  id uuid not null,
  year int not null check (year between 1900 and 2100),
  -- Given when it becomes public.
  number int check (number >= 1),
  state text not null check (state in ('waiting', 'returned', 'public', 'withdrawn')),
  snapshot jsonb not null,
  held_back jsonb not null,
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  public_at timestamptz,
  version int not null default 1,
  primary key (district, id),
  unique (district, year, number)
);
-- One at a time waits for a year.
create unique index on plan.publication (district, year) where state = 'waiting';

-- What happened to a publication. Append-only.
create table plan.publication_event (
  district int not null,
  id uuid not null,
  publication uuid not null,
  seq int not null,
  at timestamptz not null,
  person uuid not null,
  by_name text not null,
  event jsonb not null,
  primary key (district, id),
  unique (district, publication, seq),
  foreign key (district, publication) references plan.publication (district, id)
);

-- What was frozen is never written again.
grant select, insert on plan.publication to opendistrict_request;
grant update (number, state, public_at, version) on plan.publication to opendistrict_request;
grant select, insert on plan.publication_event to opendistrict_request;

create view plan.v_publication with (security_invoker = true) as
  select district, id, year, number, state, prepared_by, prepared_at, public_at from plan.publication;
grant select on plan.v_publication to opendistrict_request;
