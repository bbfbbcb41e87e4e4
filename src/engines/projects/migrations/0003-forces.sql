-- The present state of each task force (专班), folded from its events below. `units`: all that work in it.
create table projects.force (
  district int not null,
  id uuid not null,
  name text not null,
  leader text not null,
  lead_unit uuid not null,
  units uuid[] not null,
  from_on date not null,
  until_on date not null,
  dissolved_on date,
  members int not null,
  measures jsonb not null,
  generated boolean not null,
  seq int not null,
  primary key (district, id)
);
create index on projects.force (district, until_on desc, id);

-- What happened. Append-only.
create table projects.force_event (
  district int not null,
  force uuid not null,
  seq int not null,
  at timestamptz not null,
  person uuid,
  by_name text,
  event jsonb not null,
  primary key (district, force, seq)
);

-- The projects that each has now.
create table projects.force_project (
  district int not null,
  force uuid not null,
  project uuid not null,
  primary key (district, force, project)
);
create index on projects.force_project (district, project);

grant select, insert, update on projects.force to opendistrict_request;
grant select, insert on projects.force_event to opendistrict_request;
grant select, insert, delete on projects.force_project to opendistrict_request;
