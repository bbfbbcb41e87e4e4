create schema org;
grant usage on schema org to opendistrict_request;

create table org.unit (
  district int not null,
  id uuid not null,
  kind text not null check (kind in ('district', 'department', 'street', 'community', 'grid', 'task-force')),
  code text not null,
  name text not null,
  parent uuid,
  from_on date not null,
  until_on date,
  generated boolean not null default false,
  version int not null default 1,
  primary key (district, id),
  foreign key (district, parent) references org.unit (district, id),
  check (until_on is null or until_on >= from_on),
  check (kind <> 'task-force' or until_on is not null)
);
create unique index on org.unit (district, code) where until_on is null;
create index on org.unit (district, parent);

-- The history that the columns above are folded from.
create table org.unit_event (
  district int not null,
  id uuid not null,
  unit uuid not null,
  seq int not null,
  happened_on date not null,
  event jsonb not null,
  noted_at timestamptz not null,
  primary key (district, id),
  unique (district, unit, seq),
  foreign key (district, unit) references org.unit (district, id)
);

create table org.person (
  district int not null,
  id uuid not null,
  name text not null,
  account text not null,
  active boolean not null default true,
  generated boolean not null default false,
  version int not null default 1,
  primary key (district, id),
  unique (district, account)
);

create table org.post (
  district int not null,
  id uuid not null,
  person uuid not null,
  unit uuid not null,
  role text not null,
  title text not null,
  from_on date not null,
  until_on date,
  primary key (district, id),
  foreign key (district, person) references org.person (district, id),
  foreign key (district, unit) references org.unit (district, id),
  check (until_on is null or until_on >= from_on)
);
create index on org.post (district, person);
create index on org.post (district, unit);

create table org.delegation (
  district int not null,
  id uuid not null,
  post uuid not null,
  to_person uuid not null,
  from_on date not null,
  until_on date not null,
  reason text not null,
  withdrawn boolean not null default false,
  primary key (district, id),
  foreign key (district, post) references org.post (district, id),
  foreign key (district, to_person) references org.person (district, id),
  check (until_on > from_on)
);
create index on org.delegation (district, to_person);

create table org.jurisdiction (
  district int not null,
  id uuid not null,
  matter text not null,
  area uuid not null,
  unit uuid not null,
  from_on date not null,
  until_on date,
  primary key (district, id),
  foreign key (district, area) references org.unit (district, id),
  foreign key (district, unit) references org.unit (district, id)
);
create index on org.jurisdiction (district, area, matter);

grant select, insert, update on org.unit, org.person, org.post, org.delegation, org.jurisdiction to opendistrict_request;
grant select, insert on org.unit_event to opendistrict_request;

create view org.v_unit with (security_invoker = true) as
  select district, id, kind, code, name, parent, from_on, until_on, generated from org.unit;
grant select on org.v_unit to opendistrict_request;
