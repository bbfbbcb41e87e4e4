create schema returns;
grant usage on schema returns to opendistrict_request;

create table returns.form (
  district int not null,
  id uuid not null,
  code text not null,
  -- First day on which it is no longer opened; null while it is in use.
  until_on date,
  -- As a pack brought it; false once a person has changed it, after which packs leave it alone.
  from_pack boolean not null default false,
  version int not null default 1,
  primary key (district, id),
  unique (district, code)
);

-- What the form asks from a day on. A sheet stays under the version it was opened with, so versions never change.
create table returns.form_version (
  district int not null,
  form uuid not null,
  number int not null check (number >= 1),
  from_on date not null,
  content jsonb not null,
  at timestamptz not null,
  by_name text not null,
  primary key (district, form, number),
  foreign key (district, form) references returns.form (district, id)
);

-- The present state of each sheet, folded from its events below; columns repeat what is asked for in queries.
create table returns.sheet (
  district int not null,
  id uuid not null,
  form uuid not null,
  form_version int not null,
  unit uuid not null,
  period text not null,
  starts_on date not null,
  ends_on date not null,
  due_on date not null,
  due_known boolean not null,
  state text not null check (state in ('open', 'submitted', 'approved', 'accepted')),
  first_submitted_at timestamptz,
  submitted_by uuid,
  times_sent_back int not null default 0,
  sent_back boolean not null default false,
  -- Made up for the demonstration.
  generated boolean not null default false,
  standing jsonb not null,
  version int not null,
  primary key (district, id),
  unique (district, form, unit, period),
  foreign key (district, form, form_version) references returns.form_version (district, form, number),
  check (starts_on <= ends_on)
);
create index on returns.sheet (district, unit, due_on desc);
create index on returns.sheet (district, form, ends_on desc);
create index on returns.sheet (district, state, due_on) where state <> 'accepted';

-- What happened to a sheet. Append-only.
create table returns.event (
  district int not null,
  id uuid not null,
  sheet uuid not null,
  seq int not null,
  at timestamptz not null,
  person uuid,
  by_name text not null,
  event jsonb not null,
  primary key (district, id),
  unique (district, sheet, seq),
  foreign key (district, sheet) references returns.sheet (district, id)
);

-- One row is one notice; its key is why there can never be two.
create table returns.reminder (
  district int not null,
  sheet uuid not null,
  kind text not null check (kind in ('due-soon', 'late')),
  at timestamptz not null,
  primary key (district, sheet, kind),
  foreign key (district, sheet) references returns.sheet (district, id)
);

grant select, insert, update on returns.form, returns.sheet to opendistrict_request;
grant select, insert on returns.form_version, returns.event, returns.reminder to opendistrict_request;

-- A sheet holds figures that nobody has approved: it is seen by its own unit, those above it and whoever may see unpublished figures.
create policy seen_units on returns.sheet as restrictive to opendistrict_request using (app.sees(unit));
create policy seen_units on returns.event as restrictive to opendistrict_request
  using (exists (select from returns.sheet s where s.district = event.district and s.id = event.sheet));
create policy seen_units on returns.reminder as restrictive to opendistrict_request
  using (exists (select from returns.sheet s where s.district = reminder.district and s.id = reminder.sheet));

create view returns.v_sheet with (security_invoker = true) as
  select district, id, form, unit, period, starts_on, ends_on, due_on, state, first_submitted_at, submitted_by, times_sent_back, sent_back from returns.sheet;
create view returns.v_form with (security_invoker = true) as
  select f.district, f.id, f.code, f.until_on, v.number, v.from_on, v.content -> 'name' ->> 'zh' as name_zh, v.content -> 'name' ->> 'en' as name_en, v.content ->> 'rhythm' as rhythm
  from returns.form f join lateral (select * from returns.form_version v where v.district = f.district and v.form = f.id order by v.number desc limit 1) v on true;
create view returns.v_reminder with (security_invoker = true) as
  select district, sheet, kind, at from returns.reminder;
grant select on returns.v_sheet, returns.v_form, returns.v_reminder to opendistrict_request;
