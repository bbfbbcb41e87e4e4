-- A thread (脉络): one promise, indicator or project followed through papers and renamings. Folded from its events.
create table documents.thread (
  district int not null,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('indicator', 'promise', 'project')),
  -- The thread this one went into; it then has no members.
  into_thread uuid,
  made_at timestamptz not null,
  version int not null default 1,
  primary key (district, id),
  foreign key (district, into_thread) references documents.thread (district, id)
);

-- What a thread follows; a target, commitment or mention belongs to one thread at most. Members are of other engines too, so there is no foreign key:
-- what goes with its paper is left standing here and told as gone.
create table documents.thread_member (
  district int not null,
  member_kind text not null check (member_kind in ('target', 'commitment', 'mention')),
  member uuid not null,
  thread uuid not null,
  position int not null,
  primary key (district, member_kind, member),
  foreign key (district, thread) references documents.thread (district, id)
);
create index on documents.thread_member (district, thread, position);

-- The history that a thread is folded from. Append-only.
create table documents.thread_event (
  district int not null,
  id uuid not null,
  thread uuid not null,
  seq int not null,
  at timestamptz not null,
  person uuid,
  by_name text not null,
  event jsonb not null,
  primary key (district, id),
  unique (district, thread, seq),
  foreign key (district, thread) references documents.thread (district, id)
);

-- Two members that a person said are not the same thing; they are not suggested again.
create table documents.thread_rejection (
  district int not null,
  pair text not null,
  at timestamptz not null,
  person uuid,
  by_name text not null,
  primary key (district, pair)
);

-- What a paper says of a matter that is neither a target nor a commitment of the ledger: a named project, a stage reached, a sentence without a number.
create table documents.mention (
  district int not null,
  id uuid not null,
  role text not null check (role in ('promise', 'progress', 'done')),
  year int not null check (year between 1900 and 2100),
  name text not null,
  words text not null,
  value numeric,
  measure text,
  due_on date not null,
  said_on date,
  source jsonb not null,
  -- The imported paper it was noted from; with it retracted, the mention counts no more.
  origin uuid,
  at timestamptz not null,
  person uuid,
  by_name text not null,
  primary key (district, id)
);

grant select, insert, update on documents.thread to opendistrict_request;
grant select, insert, update, delete on documents.thread_member to opendistrict_request;
grant select, insert on documents.thread_event, documents.mention to opendistrict_request;
grant select, insert, delete on documents.thread_rejection to opendistrict_request;

create view documents.v_thread with (security_invoker = true) as
  select t.district, t.id, t.name, t.kind, (select count(*)::int from documents.thread_member m where m.district = t.district and m.thread = t.id) as members from documents.thread t where t.into_thread is null;
grant select on documents.v_thread to opendistrict_request;
