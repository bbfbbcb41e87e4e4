-- The trail. An entry is written in the transaction of the write it tells of, with its place in the chain still open;
-- the chain is closed over batches by the sealer, so that no writer waits for another.
create schema audit;
grant usage on schema audit to opendistrict_request;

create table audit.entry (
  district int not null,
  id uuid not null,
  at timestamptz not null,
  person uuid,
  actor text not null,
  unit uuid,
  verb text not null,
  thing text not null,
  thing_id text not null,
  detail jsonb not null,
  request_id text not null,
  primary key (district, id)
);
create index on audit.entry (district, at desc, id desc);
create index on audit.entry (district, thing, thing_id);
grant select, insert on audit.entry to opendistrict_request;

-- One link of the chain for each entry: hash = sha256(hash of the link before, the entry).
create table audit.link (
  district int not null,
  seq bigint not null,
  entry uuid not null,
  hash text not null,
  primary key (district, seq),
  unique (district, entry)
);
grant select on audit.link to opendistrict_request;

-- The head of the chain after each batch: a tail that is cut off shows.
create table audit.seal (
  district int not null,
  seq bigint not null,
  hash text not null,
  entries int not null,
  sealed_at timestamptz not null,
  primary key (district, seq)
);
grant select on audit.seal to opendistrict_request;
