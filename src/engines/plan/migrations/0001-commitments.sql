create schema plan;
grant usage on schema plan to opendistrict_request;

-- The present state of each commitment, folded from its events below.
create table plan.commitment (
  district int not null,
  id uuid not null,
  year int not null check (year between 1900 and 2100),
  parent uuid,
  kind text not null check (kind in ('chapter', 'task', 'measure')),
  position int not null check (position >= 1),
  title text not null,
  verb text,
  strength text not null check (strength in ('ensure', 'complete', 'at-least', 'strive', 'advance', 'explore', 'plain')),
  due_on date not null,
  lead_unit uuid,
  co_units uuid[] not null default '{}',
  -- A target of the indicators engine that measures it.
  target uuid,
  -- Newest progress entered by hand, 0 to 1; null where none was.
  share numeric(7, 6) check (share between 0 and 1),
  share_on date,
  source jsonb not null,
  origin uuid,
  fact text,
  version int not null default 1,
  primary key (district, id),
  foreign key (district, parent) references plan.commitment (district, id)
);
create index on plan.commitment (district, year, parent, position);
create index on plan.commitment (district, target) where target is not null;
create index on plan.commitment (district, parent) where parent is not null;
create unique index on plan.commitment (district, origin, fact) where origin is not null;

-- What happened to a commitment. Append-only, and it outlives the commitment.
create table plan.event (
  district int not null,
  id uuid not null,
  commitment uuid not null,
  seq int not null,
  at timestamptz not null,
  person uuid,
  by_name text not null,
  event jsonb not null,
  primary key (district, id),
  unique (district, commitment, seq)
);

grant select, insert, update, delete on plan.commitment to opendistrict_request;
grant select, insert on plan.event to opendistrict_request;

create view plan.v_commitment with (security_invoker = true) as
  select district, id, year, parent, kind, position, title, strength, due_on, lead_unit, co_units, target, share, share_on, origin from plan.commitment;
grant select on plan.v_commitment to opendistrict_request;
