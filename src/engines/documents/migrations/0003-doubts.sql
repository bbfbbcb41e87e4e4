-- A doubt (疑点) that the checks found: sayings of papers and of the ledger that do not go together. Columns are folded from its events.
create table documents.doubt (
  district int not null,
  id uuid not null,
  -- sha256 of the check and its sayings: the same doubt found again is this row
  key text not null,
  kind text not null check (kind in ('sum', 'base', 'twice', 'streak', 'rank', 'share', 'low-target')),
  severity text not null check (severity in ('contradiction', 'question', 'note')),
  state text not null check (state in ('open', 'settled', 'lapsed')),
  name text not null,
  -- the doubt as the checks last found it, with all its sayings
  found jsonb not null,
  settlement jsonb,
  found_at timestamptz not null,
  version int not null,
  primary key (district, id),
  unique (district, key)
);

-- What it rests on: findings of papers and figures of the ledger.
create table documents.doubt_side (
  district int not null,
  doubt uuid not null,
  n int not null,
  paper uuid,
  finding uuid,
  figure uuid,
  primary key (district, doubt, n),
  foreign key (district, doubt) references documents.doubt (district, id)
);
create index on documents.doubt_side (district, paper);
create index on documents.doubt_side (district, finding);
create index on documents.doubt_side (district, figure) where figure is not null;

-- The history that a doubt is folded from. Append-only.
create table documents.doubt_event (
  district int not null,
  doubt uuid not null,
  seq int not null,
  event jsonb not null,
  by_name text not null,
  at timestamptz not null,
  primary key (district, doubt, seq),
  foreign key (district, doubt) references documents.doubt (district, id)
);

-- The last run of the checks: what it rested on, and how many comparisons it made.
create table documents.check_run (
  district int not null,
  at timestamptz not null,
  stamp text not null,
  papers int not null,
  compared jsonb not null,
  primary key (district)
);

grant select, insert, update on documents.doubt, documents.check_run to opendistrict_request;
grant select, insert on documents.doubt_side, documents.doubt_event to opendistrict_request;

create view documents.v_doubt with (security_invoker = true) as
  select district, id, kind, severity, state, name, found_at from documents.doubt;
grant select on documents.v_doubt to opendistrict_request;
