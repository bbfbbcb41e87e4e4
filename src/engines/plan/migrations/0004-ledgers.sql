-- Kinds of ledger as the district's packs bring them; a kind that is no longer switched on stays for the ledgers made of it.
create table plan.ledger_kind (
  district int not null,
  key text not null,
  position int not null,
  kind jsonb not null,
  primary key (district, key)
);

-- The present state of each ledger, folded from its events below.
create table plan.ledger (
  district int not null,
  id uuid not null,
  kind text not null,
  span text not null,
  starts_on date not null,
  ends_on date not null,
  title text not null,
  cap int check (cap >= 1),
  source jsonb not null,
  -- Empty where there is one ledger of its kind for a span, else its id: two planners at once cannot make two.
  slot text not null,
  version int not null default 1,
  primary key (district, id),
  foreign key (district, kind) references plan.ledger_kind (district, key),
  unique (district, kind, span, slot)
);
create index on plan.ledger (district, ends_on);

-- A line of a ledger: a commitment of this engine or a target of the indicators engine. Its light is never kept.
create table plan.ledger_line (
  district int not null,
  id uuid not null,
  ledger uuid not null,
  commitment uuid,
  target uuid,
  position int not null check (position >= 1),
  weight numeric(9, 4) not null default 1 check (weight >= 0),
  path jsonb,
  -- How much evidence stands, and how far acceptance has come.
  evidence int not null default 0,
  acceptance text not null default 'none' check (acceptance in ('none', 'proposed', 'accepted', 'partly', 'refused')),
  step int not null default 0,
  accepted_share numeric(7, 6) check (accepted_share between 0 and 1),
  acceptance_note text,
  version int not null default 1,
  primary key (district, id),
  foreign key (district, ledger) references plan.ledger (district, id) on delete cascade,
  check ((commitment is null) <> (target is null))
);
create index on plan.ledger_line (district, ledger, position);
create unique index on plan.ledger_line (district, ledger, commitment) where commitment is not null;
create unique index on plan.ledger_line (district, ledger, target) where target is not null;
create index on plan.ledger_line (district, commitment) where commitment is not null;
create index on plan.ledger_line (district, target) where target is not null;

-- What happened to a ledger or to a line of it (`thing`). Append-only, and it outlives both.
create table plan.ledger_event (
  district int not null,
  id uuid not null,
  ledger uuid not null,
  thing uuid not null,
  seq int not null,
  at timestamptz not null,
  person uuid,
  by_name text not null,
  event jsonb not null,
  primary key (district, id),
  unique (district, thing, seq)
);
create index on plan.ledger_event (district, ledger);

-- Files that are evidence. What was withdrawn stays readable.
create table plan.evidence_file (
  district int not null,
  id uuid not null,
  line uuid not null,
  name text not null,
  mime text not null,
  bytes bytea not null,
  primary key (district, id)
);
create index on plan.evidence_file (district, line);

grant select, insert, update on plan.ledger_kind to opendistrict_request;
grant select, insert, update, delete on plan.ledger to opendistrict_request;
grant select, insert, update, delete on plan.ledger_line to opendistrict_request;
grant select, insert on plan.ledger_event to opendistrict_request;
grant select, insert on plan.evidence_file to opendistrict_request;

create view plan.v_ledger with (security_invoker = true) as
  select district, id, kind, span, starts_on, ends_on, title, cap from plan.ledger;
grant select on plan.v_ledger to opendistrict_request;
create view plan.v_ledger_line with (security_invoker = true) as
  select district, id, ledger, commitment, target, position, weight, evidence, acceptance, accepted_share from plan.ledger_line;
grant select on plan.v_ledger_line to opendistrict_request;
