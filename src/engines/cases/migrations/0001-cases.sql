create schema cases;
grant usage on schema cases to opendistrict_request;

-- May the transaction see every case, or which units' cases? Asked once for a statement, not once for a row.
create function app.sees_all_cases() returns boolean language sql stable
  return current_setting('app.case_units', true) = 'district';
create function app.case_units() returns uuid[] language sql stable
  return string_to_array(nullif(nullif(current_setting('app.case_units', true), 'district'), ''), ',')::uuid[];

-- Case types as packs bring them. A version never changes: open cases stay under theirs.
create table cases.type (
  district int not null,
  id uuid not null,
  key text not null,
  version int not null check (version >= 1),
  definition jsonb not null,
  -- The units behind the keys by which the definition names departments.
  departments jsonb not null,
  at timestamptz not null,
  primary key (district, id),
  unique (district, key, version)
);

-- The present state of each case, folded from its events below; columns repeat what is asked for in queries.
create table cases."case" (
  district int not null,
  id uuid not null,
  number text not null,
  type text not null,
  version int not null,
  state text not null check (state in ('received', 'filed', 'dispatched', 'disputed', 'handling', 'answered', 'checked', 'closed', 'suspended', 'refused', 'settled', 'voided', 'merged')),
  category text not null,
  urgency text not null,
  channel text not null,
  title text not null,
  place_unit uuid,
  address text,
  at_point point,
  opened_at timestamptz not null,
  opener uuid,
  lead uuid,
  co uuid[] not null,
  -- Units whose people see it: lead, co-units, who opened it, where it is, to whom it climbed.
  seen_by uuid[] not null,
  handler uuid,
  asked text check (asked in ('extension', 'suspension')),
  -- The end of the clock that runs out first, the end of the clock of the matter itself, and when that was met.
  due_at timestamptz,
  due_clock text,
  due_known boolean not null default true,
  resolve_due_at timestamptz,
  since timestamptz not null,
  signed_at timestamptz,
  answered_at timestamptz,
  closed_at timestamptz,
  step int not null,
  joint boolean not null,
  returns int not null,
  reworks int not null,
  called_back_at timestamptz,
  responded boolean,
  solved boolean,
  satisfied boolean,
  excluded boolean not null,
  rating int,
  merged_into uuid,
  -- What is still to happen by itself, and when the first of it.
  timers jsonb not null,
  next_at timestamptz,
  -- Every one and two neighbouring characters of what is searched.
  grams text[] not null,
  generated boolean not null default false,
  seq int not null,
  primary key (district, id),
  unique (district, number)
);
create index on cases."case" using gin (grams);
create index on cases."case" (district, next_at) where next_at is not null;
create index on cases."case" (district, due_at, id) where state not in ('refused', 'settled', 'voided', 'merged');
create index on cases."case" (district, lead, id) where state not in ('refused', 'settled', 'voided', 'merged');
create index on cases."case" (district, place_unit, id);
create index on cases."case" (district, opened_at);

create table cases.event (
  district int not null,
  case_id uuid not null,
  seq int not null,
  at timestamptz not null,
  person uuid,
  by_name text,
  unit uuid,
  event jsonb not null,
  primary key (district, case_id, seq)
);

-- Who asked. Apart from everything else, so that no list or export brings it along.
create table cases.reporter (
  district int not null,
  case_id uuid not null,
  name text,
  phone text,
  confidential boolean not null,
  -- Of the code with which the case is followed without signing in.
  code_hash text,
  primary key (district, case_id)
);
create index on cases.reporter (district, phone) where phone is not null;

grant select, insert on cases.type to opendistrict_request;
grant select, insert, update on cases."case" to opendistrict_request;
grant select, insert on cases.event to opendistrict_request;
grant select, insert on cases.reporter to opendistrict_request;

-- Who may not see a case sees nothing of it. What becomes of a case may take it out of one's own sight.
alter table cases."case" enable row level security;
create policy seen_cases on cases."case" as restrictive to opendistrict_request
  using ((select app.sees_all_cases()) or seen_by && (select app.case_units())) with check (true);
alter table cases.event enable row level security;
create policy seen_cases on cases.event as restrictive to opendistrict_request
  using ((select app.sees_all_cases()) or exists (select from cases."case" c where c.district = event.district and c.id = event.case_id)) with check (true);
alter table cases.reporter enable row level security;
create policy seen_cases on cases.reporter as restrictive to opendistrict_request
  using ((select app.sees_all_cases()) or exists (select from cases."case" c where c.district = reporter.district and c.id = reporter.case_id)) with check (true);

create view cases.v_case with (security_invoker = true) as
  select district, id, number, type, version, state, category, urgency, channel, title, place_unit, at_point, opened_at, opener, lead, co, due_at, resolve_due_at, since, signed_at, answered_at, closed_at, step, joint, returns, reworks, called_back_at, responded, solved, satisfied, excluded, rating, merged_into, generated, seq from cases."case";
grant select on cases.v_case to opendistrict_request;
