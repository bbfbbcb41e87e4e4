-- Directories (名录) as packs bring them: what a line of one holds.
create table cases.directory (
  district int not null,
  key text not null,
  definition jsonb not null,
  primary key (district, key)
);

-- A line of a directory: its name, the unit it belongs to, and the fields of the directory.
create table cases.entry (
  district int not null,
  id uuid not null,
  directory text not null,
  name text not null,
  unit uuid not null,
  fields jsonb not null,
  from_on date not null,
  -- First day on which it no longer counts.
  until_on date,
  generated boolean not null default false,
  version int not null,
  primary key (district, id),
  unique (district, directory, name)
);
create index on cases.entry (district, directory, unit);

-- What was changed of a line, by whom and why: how it was before.
create table cases.entry_change (
  district int not null,
  entry_id uuid not null,
  version int not null,
  at timestamptz not null,
  person uuid not null,
  by_name text not null,
  reason text not null,
  before jsonb,
  primary key (district, entry_id, version),
  foreign key (district, entry_id) references cases.entry (district, id)
);

grant select, insert, update on cases.directory to opendistrict_request;
grant select, insert, update on cases.entry to opendistrict_request;
grant select, insert on cases.entry_change to opendistrict_request;
