-- Reviews of who may do what: opened, each person marked, closed; a closed one is a record and is not changed.
create table account.access_review (
  district int not null,
  id uuid not null,
  opened_at timestamptz not null,
  opened_by text not null,
  closed_at timestamptz,
  closed_by text,
  primary key (district, id)
);
create unique index on account.access_review (district) where closed_at is null;

create table account.access_verdict (
  district int not null,
  review uuid not null,
  person uuid not null,
  verdict text not null check (verdict in ('stays', 'ends')),
  note text,
  -- What was seen when it was marked.
  seen jsonb not null,
  by_name text not null,
  at timestamptz not null,
  primary key (district, review, person),
  foreign key (district, review) references account.access_review (district, id)
);
grant select, insert, update on account.access_review, account.access_verdict to opendistrict_request;
