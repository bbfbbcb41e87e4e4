create schema documents;
grant usage on schema documents to opendistrict_request;

-- An imported paper (文件). Reading results that are shown whole are kept as jsonb; what is reviewed one by one are findings.
create table documents.paper (
  district int not null,
  id uuid not null,
  state text not null check (state in ('open', 'accepted', 'retracted')),
  name text not null,
  format text not null,
  size int not null,
  length int not null,
  -- sha256 of the original bytes, and of the text read from them
  file_hash text not null,
  text_hash text not null,
  document jsonb not null,
  -- the fields of the front matter that people gave: kept when the paper is read again
  given jsonb not null,
  outline jsonb not null,
  repairs jsonb not null,
  doubts jsonb not null,
  -- repeated from the front matter for lists
  title text,
  kind text not null,
  year int,
  said_on date,
  imported_at timestamptz not null,
  imported_by uuid not null,
  importer text not null,
  accepted_at timestamptz,
  accepter text,
  -- what the last acceptance brought, as counts
  brought jsonb,
  version int not null default 1,
  primary key (district, id),
  unique (district, text_hash)
);
create index on documents.paper (district, file_hash);
create index on documents.paper (district, year);

create table documents.original (
  district int not null,
  paper uuid not null,
  mime text not null,
  bytes bytea not null,
  primary key (district, paper),
  foreign key (district, paper) references documents.paper (district, id) on delete cascade
);

-- The raw text in pieces, by the UTF-16 offset of their first character: spans count UTF-16 units, PostgreSQL counts characters.
create table documents.piece (
  district int not null,
  paper uuid not null,
  start_at int not null,
  content text not null,
  primary key (district, paper, start_at),
  foreign key (district, paper) references documents.paper (district, id) on delete cascade
);

-- What people did with a paper; a batch over many findings is one act. Append-only.
create table documents.act (
  district int not null,
  id uuid not null,
  paper uuid not null,
  act text not null check (act in ('imported', 'mended', 'decided', 'accepted-certain', 'matched', 'undone', 'accepted', 'retracted')),
  person uuid not null,
  by_name text not null,
  at timestamptz not null,
  findings int not null,
  reason text,
  undoes uuid,
  primary key (district, id),
  foreign key (district, paper) references documents.paper (district, id) on delete cascade
);
create index on documents.act (district, paper, id);

-- Something read from a paper: a fact, a promise, a term. Columns are folded from the events, for queries.
create table documents.finding (
  district int not null,
  id uuid not null,
  paper uuid not null,
  key text not null,
  kind text not null check (kind in ('fact', 'promise', 'term')),
  state text not null check (state in ('open', 'accepted', 'corrected', 'rejected')),
  gone boolean not null,
  read jsonb not null,
  value jsonb not null,
  corrected text[] not null,
  choice jsonb,
  start_at int not null,
  end_at int not null,
  block text,
  section text,
  certainty numeric not null,
  doubtful boolean not null,
  decided_by text,
  decided_at timestamptz,
  version int not null,
  primary key (district, id),
  unique (district, paper, key),
  foreign key (district, paper) references documents.paper (district, id) on delete cascade
);
create index on documents.finding (district, paper, start_at, key);

-- The history that a finding is folded from. Append-only.
create table documents.finding_event (
  district int not null,
  finding uuid not null,
  seq int not null,
  act uuid not null,
  event jsonb not null,
  primary key (district, finding, seq),
  foreign key (district, finding) references documents.finding (district, id) on delete cascade
);
create index on documents.finding_event (district, act);

-- Words that accepted papers explain.
create table documents.term (
  district int not null,
  id uuid not null,
  paper uuid not null,
  finding uuid not null,
  word text not null,
  meaning text not null,
  start_at int not null,
  end_at int not null,
  primary key (district, id),
  unique (district, paper, finding),
  foreign key (district, paper) references documents.paper (district, id) on delete cascade
);

-- Who has a paper open just now: a hint that lapses after two minutes, not a record.
create table documents.presence (
  district int not null,
  paper uuid not null,
  person uuid not null,
  name text not null,
  seen_at timestamptz not null,
  primary key (district, paper, person),
  foreign key (district, paper) references documents.paper (district, id) on delete cascade
);

-- What hangs on a paper goes with it by the foreign keys, so that nothing of a history can be deleted by itself.
grant select, insert, update, delete on documents.paper to opendistrict_request;
grant select, insert, update on documents.finding, documents.presence to opendistrict_request;
grant select, insert on documents.original, documents.piece, documents.act, documents.finding_event to opendistrict_request;
grant select, insert, delete on documents.term to opendistrict_request;

create view documents.v_paper with (security_invoker = true) as
  select district, id, state, title, name, kind, year, said_on, imported_at, importer, accepted_at, accepter from documents.paper;
create view documents.v_finding with (security_invoker = true) as
  select district, id, paper, key, kind, state, doubtful, certainty from documents.finding where not gone;
grant select on documents.v_paper, documents.v_finding to opendistrict_request;
