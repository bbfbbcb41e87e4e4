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
  generated boolean not null default false,
  seq int not null,
  -- What the rates rest on (domain/rates.ts).
  dispatched_at timestamptz,
  -- The clock for signing of who has it now, and when it was met; null where it runs for nobody.
  sign_due_at timestamptz,
  sign_met_at timestamptz,
  -- When the clock of the matter was met; when it was answered last, also where that was not the end of it.
  resolved_at timestamptz,
  handled_at timestamptz,
  -- What handling took, in hours or days as its clock counts them.
  spent double precision,
  spent_unit text check (spent_unit in ('working-hours', 'working-days', 'calendar-hours', 'calendar-days')),
  -- The square of some 200 metres in which it lies (domain/ground.ts). A plain number, because row-level security lets geometric
  -- operators use no index.
  cell bigint,
  primary key (district, id),
  unique (district, number)
) with (fillfactor = 85);
create index on cases."case" (district, due_at, id);
create index on cases."case" (district, due_at, id) where state not in ('refused', 'settled', 'voided', 'merged');
create index on cases."case" (district, lead, id) where state not in ('refused', 'settled', 'voided', 'merged');
create index on cases."case" (district, cell) where cell is not null and state not in ('refused', 'settled', 'voided', 'merged');
create index on cases."case" (district, id) where asked is not null;
create index on cases."case" (district, place_unit, id);
create index on cases."case" (district, opened_at);
create index on cases."case" (district, merged_into) where merged_into is not null;
-- The ways into the rates: each period reads its own cases only.
create index on cases."case" (district, least(closed_at, resolve_due_at)) where resolve_due_at is not null;
create index on cases."case" (district, handled_at) where handled_at is not null;
create index on cases."case" (district, dispatched_at) where dispatched_at is not null;
create index on cases."case" (district, least(sign_met_at, sign_due_at)) where sign_due_at is not null;
create index on cases."case" (district, called_back_at) where called_back_at is not null;

-- What lies on the desks of units: an open case once for each unit whose people see it, so that a unit finds its own at once
-- among the millions of others. Written where it changes, which is seldomer than the case itself.
create table cases.desk (
  district int not null,
  unit uuid not null,
  case_id uuid not null,
  due_at timestamptz,
  primary key (district, case_id, unit)
);
create index on cases.desk (district, unit, due_at, case_id);

-- What is still to happen to a case by itself, and when the first of it; a row where there is anything. Apart from the case, whose
-- many indexes then stay as they are when the ladder climbs.
create table cases.upcoming (
  district int not null,
  case_id uuid not null,
  next_at timestamptz not null,
  timers jsonb not null,
  primary key (district, case_id)
);
create index on cases.upcoming (district, next_at);

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

-- What a case is found by stands apart: a case is written at each of its steps, its words once.
create table cases.searched (
  district int not null,
  case_id uuid not null,
  -- Every one and two neighbouring characters of what is searched.
  grams text[] not null,
  primary key (district, case_id)
);
create index on cases.searched using gin (grams);
-- What is written often and what seldom is told well enough by a larger sample.
alter table cases.searched alter column grams set statistics 400;

-- Who asked. Apart from everything else, so that no list or export brings it along.
create table cases.reporter (
  district int not null,
  case_id uuid not null,
  name text,
  phone text,
  email text,
  confidential boolean not null,
  -- Of the code with which the case is followed without signing in.
  code_hash text,
  primary key (district, case_id)
);
create index on cases.reporter (district, phone) where phone is not null;

grant select, insert on cases.type to opendistrict_request;
grant select, insert, update on cases."case" to opendistrict_request;
grant select, insert, update, delete on cases.desk to opendistrict_request;
grant select, insert, update, delete on cases.upcoming to opendistrict_request;
grant select, insert, update on cases.searched to opendistrict_request;
grant select, insert on cases.event to opendistrict_request;
grant select, insert on cases.reporter to opendistrict_request;

-- Who may not see a case sees nothing of it. What becomes of a case may take it out of one's own sight.
alter table cases."case" enable row level security;
create policy seen_cases on cases."case" as restrictive to opendistrict_request
  using ((select app.sees_all_cases()) or seen_by && (select app.case_units())) with check (true);
alter table cases.desk enable row level security;
create policy seen_cases on cases.desk as restrictive to opendistrict_request
  using ((select app.sees_all_cases()) or unit = any ((select app.case_units())::uuid[])) with check (true);
alter table cases.upcoming enable row level security;
create policy seen_cases on cases.upcoming as restrictive to opendistrict_request
  using ((select app.sees_all_cases()) or exists (select from cases."case" c where c.district = upcoming.district and c.id = upcoming.case_id)) with check (true);
alter table cases.searched enable row level security;
create policy seen_cases on cases.searched as restrictive to opendistrict_request
  using ((select app.sees_all_cases()) or exists (select from cases."case" c where c.district = searched.district and c.id = searched.case_id)) with check (true);
alter table cases.event enable row level security;
create policy seen_cases on cases.event as restrictive to opendistrict_request
  using ((select app.sees_all_cases()) or exists (select from cases."case" c where c.district = event.district and c.id = event.case_id)) with check (true);
alter table cases.reporter enable row level security;
create policy seen_cases on cases.reporter as restrictive to opendistrict_request
  using ((select app.sees_all_cases()) or exists (select from cases."case" c where c.district = reporter.district and c.id = reporter.case_id)) with check (true);

create view cases.v_case with (security_invoker = true) as
  select district, id, number, type, version, state, category, urgency, channel, title, place_unit, at_point, opened_at, opener, lead, co, due_at, resolve_due_at, since, signed_at, answered_at, closed_at, step, joint, returns, reworks, called_back_at, responded, solved, satisfied, excluded, rating, merged_into, generated, seq from cases."case";
grant select on cases.v_case to opendistrict_request;

-- The cases that the transaction may see, with what they are found by. The wall is the view's own condition, the same as that of
-- the policies: under a policy PostgreSQL would look at every row before it looked for words, since the operators of arrays
-- are not leakproof. Its owner owns the tables, so the policies do not come on top. A column added to the table is added here.
create view cases.seen_case as
  select c.*, s.grams from cases."case" c left join cases.searched s on s.district = c.district and s.case_id = c.id
  where c.district = (select app.district()) and ((select app.sees_all_cases()) or c.seen_by && (select app.case_units()));
grant select on cases.seen_case to opendistrict_request;

-- Ids of the cases of the district with all of these grams, and before an id if one is given: found by the index, which row-level
-- security would not allow. Nothing but ids comes out; whoever asks still sees only those cases that the policies show.
create function cases.with_grams(sought text[], before uuid) returns setof uuid language sql stable security definer set search_path = pg_catalog
  rows 2000
  as $$ select s.case_id from cases.searched s where s.district = app.district() and s.grams @> sought and (before is null or s.case_id < before) $$;
revoke all on function cases.with_grams from public;
grant execute on function cases.with_grams to opendistrict_request;

-- How many of the rows have these grams at most: the share of the least frequent of them by the statistics of the table, and how
-- many rows there are. A gram that the statistics do not list is no more frequent than the last of those they list. Row-level
-- security hides the statistics from whoever asks, so the owner looks; nothing but two numbers comes out.
create function cases.gram_share(sought text[]) returns table (share double precision, total double precision) language sql stable security definer set search_path = pg_catalog
  as $$
    with known as materialized (select most_common_elems::text::text[] as grams, most_common_elem_freqs as shares from pg_stats where schemaname = 'cases' and tablename = 'searched' and attname = 'grams')
    -- The frequencies are followed by the least and the greatest of them.
    select (select min(coalesce(k.shares[array_position(k.grams, g)], k.shares[cardinality(k.grams) + 1])) from known k, unnest(sought) g)::double precision,
      (select greatest(reltuples, 0) from pg_class where oid = 'cases.searched'::regclass)::double precision $$;
revoke all on function cases.gram_share from public;
grant execute on function cases.gram_share to opendistrict_request;
