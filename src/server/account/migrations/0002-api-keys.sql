-- Keys by which a unit's own system asks: each acts as one post, within some of its permissions, until a day.
create table account.api_key (
  district int not null,
  id uuid not null,
  name text not null,
  person uuid not null,
  post uuid not null,
  verbs text[] not null,
  until_on date not null,
  issued_at timestamptz not null,
  issued_by text not null,
  -- Null until the holder of the post collected it. The key itself is kept nowhere: sha-256 of its 256 random bits is.
  collected_at timestamptz,
  secret_hash text,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by text,
  revoked_because text,
  primary key (district, id),
  check ((collected_at is null) = (secret_hash is null))
);
create index on account.api_key (district, person);
grant select, insert, update on account.api_key to opendistrict_request;
