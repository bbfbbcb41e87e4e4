-- Beginnings of the trail that were moved into files: the chain goes on from the hash at their end.
create table audit.archive (
  district int not null,
  seq bigint not null,
  hash text not null,
  entries int not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  file_name text not null,
  file_sha256 text not null,
  archived_at timestamptz not null,
  primary key (district, seq)
);
grant select on audit.archive to opendistrict_request;
