create schema projects;
grant usage on schema projects to opendistrict_request;

-- Phases, kinds, lists and the rule of lights, as the district's packs bring them.
create table projects.rules (
  district int not null,
  definition jsonb not null,
  primary key (district)
);

-- The present state of each project, folded from its events below; columns repeat what is asked for in lists.
-- Money is in 10 000 yuan (万元), to the yuan.
create table projects.project (
  district int not null,
  id uuid not null,
  code text not null,
  name text not null,
  -- All it was ever called, one in a line, to be found by.
  names text not null,
  of text not null,
  phase text not null check (phase in ('planned', 'reserved', 'started', 'operating')),
  owner uuid not null,
  place_unit uuid,
  lng double precision,
  lat double precision,
  total numeric(14, 4) check (total >= 0),
  leader text,
  starts_on date,
  ends_on date,
  ended_on date,
  override jsonb,
  generated boolean not null,
  seq int not null,
  -- What follows from the above, from nodes, money and blockers on a day: worked out anew whenever one of them changes, and every night.
  lit_on date,
  lit_at timestamptz,
  -- The light that is shown, and the one that was computed, which an override lies over.
  light text not null default 'not-judged' check (light in ('on-pace', 'slipping', 'off-pace', 'done', 'not-judged')),
  computed text not null default 'not-judged' check (computed in ('on-pace', 'slipping', 'off-pace', 'done', 'not-judged')),
  because jsonb,
  -- Of the year in which it was lit: its plan, what was due and what is done up to the month that is judged, and the lead in points.
  planned numeric(14, 4),
  due numeric(14, 4),
  done numeric(14, 4),
  lead numeric(9, 2),
  nodes_all int not null default 0,
  nodes_reached int not null default 0,
  nodes_late int not null default 0,
  blockers_open int not null default 0,
  blocked_since date,
  primary key (district, id),
  unique (district, code)
);
create index on projects.project (district, lit_on);
create index on projects.project (district, owner);

-- What happened. Append-only.
create table projects.event (
  district int not null,
  project uuid not null,
  seq int not null,
  at timestamptz not null,
  person uuid,
  by_name text,
  event jsonb not null,
  primary key (district, project, seq)
);

-- Yearly lists in which it stands: in each once a year.
create table projects.listing (
  district int not null,
  project uuid not null,
  list text not null,
  year int not null,
  primary key (district, project, list, year)
);
create index on projects.listing (district, list, year);

create table projects.node (
  district int not null,
  project uuid not null,
  key text not null,
  position int not null,
  name text not null,
  weight numeric(9, 4) not null,
  planned date not null,
  forecast date,
  reached date,
  after text[] not null,
  primary key (district, project, key)
);

-- What was planned for a year, where it was, and what is approved of it.
create table projects.year (
  district int not null,
  project uuid not null,
  year int not null,
  total numeric(14, 4),
  months numeric(14, 4)[] check (cardinality(months) = 12),
  done numeric(14, 4) not null,
  primary key (district, project, year)
);
create index on projects.year (district, year);

-- Investment done in a month; only what is approved counts.
create table projects.month (
  district int not null,
  year int not null,
  project uuid not null,
  month int not null check (month between 1 and 12),
  amount numeric(14, 4) not null,
  state text not null check (state in ('told', 'approved', 'returned')),
  -- Who told it; another approves.
  person uuid,
  primary key (district, year, project, month)
);
create index on projects.month (district, project) where state <> 'approved';

-- What is in the way of a project: a case. `open` repeats whether that has come to an end.
create table projects.blocker (
  district int not null,
  project uuid not null,
  case_id uuid not null,
  kind text not null,
  title text not null,
  raised_on date not null,
  open boolean not null,
  primary key (district, project, case_id)
);
create index on projects.blocker (district, case_id) where open;

-- What the light rests on, apart from the row that lists walk through.
create table projects.verdict (
  district int not null,
  project uuid not null,
  verdict jsonb not null,
  primary key (district, project)
);

-- Lights that changed, each with everything it rested on.
create table projects.light (
  district int not null,
  project uuid not null,
  at timestamptz not null,
  on_day date not null,
  light text not null,
  was text,
  verdict jsonb not null,
  primary key (district, project, at)
);
create index on projects.light (district, on_day);

grant select, insert, update on projects.rules, projects.project, projects.year, projects.month, projects.blocker, projects.verdict to opendistrict_request;
grant select, insert on projects.event, projects.light to opendistrict_request;
grant select, insert, delete on projects.listing to opendistrict_request;
grant select, insert, update, delete on projects.node to opendistrict_request;
