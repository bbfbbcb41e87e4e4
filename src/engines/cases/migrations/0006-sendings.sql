-- Events of which nobody outside has been told yet, from one to another. Written with the events, taken away by what tells of them.
create table cases.outbox (
  district int not null,
  case_id uuid not null,
  seq int not null,
  until_seq int not null,
  primary key (district, case_id, seq)
);

-- Programs of others that are told what happens to cases.
create table cases.hook (
  district int not null,
  id uuid not null,
  name text not null,
  url text not null,
  -- What the signature is made with. Shown once, when the hook is made.
  secret text not null,
  types text[] not null,
  kinds text[] not null,
  active boolean not null,
  made_by text not null,
  at timestamptz not null,
  version int not null default 1,
  primary key (district, id)
);

-- What is told to somebody outside, by which channel, and what became of it: `held` is the same text to the same number within a
-- day, `off` a channel that the district does not have, `test` one that sends nothing.
create table cases.sending (
  district int not null,
  id uuid not null,
  case_id uuid not null,
  seq int not null,
  channel text not null check (channel in ('sms', 'mail', 'app', 'hook')),
  hook uuid,
  unit uuid,
  recipient text,
  occasion text not null,
  body text not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'held', 'off', 'test')),
  tries int not null default 0,
  next_at timestamptz,
  fault text,
  receipt text,
  at timestamptz not null,
  sent_at timestamptz,
  primary key (district, id),
  foreign key (district, hook) references cases.hook (district, id)
);
create index on cases.sending (district, next_at) where next_at is not null;
create index on cases.sending (district, case_id);
create index on cases.sending (district, recipient, at) where recipient is not null;
create index on cases.sending (district, hook, case_id, seq) where hook is not null;

grant select, insert, update, delete on cases.outbox to opendistrict_request;
grant select, insert, update on cases.hook to opendistrict_request;
grant select, insert, update on cases.sending to opendistrict_request;

alter table cases.sending enable row level security;
create policy seen_cases on cases.sending as restrictive to opendistrict_request
  using ((select app.sees_all_cases()) or exists (select from cases."case" c where c.district = sending.district and c.id = sending.case_id)) with check (true);
