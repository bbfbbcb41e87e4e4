-- What a resident holds between two pages without signing in: a report that is being written, one that was sent, a case that
-- is followed. Known by the hash of a word that stands only in the address of that page; gone when its time is over.
create table cases.slip (
  district int not null,
  token_hash text not null,
  slip jsonb not null,
  at timestamptz not null,
  until_at timestamptz not null,
  primary key (district, token_hash)
);
create index on cases.slip (district, until_at);
grant select, insert, update, delete on cases.slip to opendistrict_request;

-- What was done from the public pages, for the limits. The key is an address, a telephone, words or a number as only this server can make it out.
create table cases.portal_act (
  district int not null,
  id uuid not null,
  act text not null check (act in ('sent', 'wrong', 'added')),
  by text not null check (by in ('address', 'phone', 'words', 'number')),
  key text not null,
  case_id uuid,
  at timestamptz not null,
  primary key (district, id)
);
create index on cases.portal_act (district, act, by, key, at);
create index on cases.portal_act (district, at);
grant select, insert, delete on cases.portal_act to opendistrict_request;
