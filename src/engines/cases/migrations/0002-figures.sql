-- What the rates rest on (domain/rates.ts), and the ways into it: each period reads its own cases only.
alter table cases."case"
  add column dispatched_at timestamptz,
  -- The clock for signing of who has it now, and when it was met; null where it runs for nobody.
  add column sign_due_at timestamptz,
  add column sign_met_at timestamptz,
  -- When the clock of the matter was met; when it was answered last, also where that was not the end of it.
  add column resolved_at timestamptz,
  add column handled_at timestamptz,
  -- What handling took, in hours or days as its clock counts them.
  add column spent double precision,
  add column spent_unit text check (spent_unit in ('working-hours', 'working-days', 'calendar-hours', 'calendar-days'));
create index on cases."case" (district, least(closed_at, resolve_due_at)) where resolve_due_at is not null;
create index on cases."case" (district, handled_at) where handled_at is not null;
create index on cases."case" (district, dispatched_at) where dispatched_at is not null;
create index on cases."case" (district, least(sign_met_at, sign_due_at)) where sign_due_at is not null;
create index on cases."case" (district, called_back_at) where called_back_at is not null;
