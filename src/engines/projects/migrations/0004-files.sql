-- Documents and photographs of a project. Bytes are read one at a time, never with a list.
create table projects.file (
  district int not null,
  id uuid not null,
  project uuid not null,
  kind text not null check (kind in ('plan', 'approval', 'contract', 'minutes', 'photo', 'other')),
  name text not null,
  mime text not null,
  size int not null check (size > 0),
  sha256 text not null,
  -- The visit at which it was taken: number of the event.
  visit int,
  -- Null once it was withdrawn.
  bytes bytea,
  at timestamptz not null,
  person uuid not null,
  by_name text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_reason text,
  primary key (district, id),
  check ((bytes is null) = (withdrawn_at is not null))
);
alter table projects.file alter column bytes set storage external;
create index on projects.file (district, project, at);
grant select, insert, update on projects.file to opendistrict_request;
