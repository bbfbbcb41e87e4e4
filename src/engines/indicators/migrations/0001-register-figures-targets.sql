create schema indicators;
grant usage on schema indicators to opendistrict_request;

create table indicators.indicator (
  district int not null,
  id uuid not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  not_names text[] not null default '{}',
  measure text not null,
  nature text not null check (nature in ('binding', 'expected')),
  direction text not null check (direction in ('up', 'down')),
  frequency text not null check (frequency in ('day', 'week', 'month', 'quarter', 'half-year', 'year')),
  kind text not null check (kind in ('flow', 'stock', 'rate')),
  aggregation text not null check (aggregation in ('sum', 'mean', 'weighted-mean', 'last', 'none')),
  basis text,
  owner_unit uuid,
  formula jsonb,
  embargoed boolean not null default false,
  bands jsonb,
  -- Lower-case code, names and aliases in one text: what the search of the register looks through.
  search text not null,
  -- As a pack brought it; false once a person has changed it, after which packs leave it alone.
  from_pack boolean not null default false,
  -- The import for which a planner created it.
  origin uuid,
  version int not null default 1,
  primary key (district, id),
  unique (district, code)
);
create index on indicators.indicator (district, origin) where origin is not null;

create table indicators.alias (
  district int not null,
  id uuid not null,
  indicator uuid not null,
  name text not null,
  -- '' holds everywhere.
  scope text not null default '',
  confirmed_by text,
  origin uuid,
  primary key (district, id),
  unique (district, indicator, name, scope),
  foreign key (district, indicator) references indicators.indicator (district, id)
);
create index on indicators.alias (district, origin) where origin is not null;

-- Values are numeric(24,6): 18 digits before the point, more than any amount in a paper.
create table indicators.figure (
  district int not null,
  id uuid not null,
  indicator uuid not null,
  unit uuid not null,
  period text not null,
  starts_on date not null,
  ends_on date not null,
  vintage text not null check (vintage in ('quick', 'first', 'final', 'published')),
  basis text,
  level_value numeric(24, 6),
  level_unit text,
  level_hedge text,
  change_value numeric(24, 6),
  change_unit text,
  change_base text,
  rank text,
  qualifier text,
  status text not null check (status in ('draft', 'submitted', 'approved', 'published')),
  said_as text,
  said_on date,
  source jsonb not null,
  origin uuid,
  -- What of the origin it is: the fact of an import, the row of a seed. Taking the same one twice changes nothing.
  fact text,
  at timestamptz not null,
  -- A correction is a figure of its own beside the one it replaces.
  replaces uuid,
  replaced_by uuid,
  reason text,
  version int not null default 1,
  primary key (district, id),
  foreign key (district, indicator) references indicators.indicator (district, id),
  check (starts_on <= ends_on),
  check ((level_value is null) = (level_unit is null)),
  check ((change_value is null) = (change_unit is null)),
  check (level_value is not null or change_value is not null or rank is not null or qualifier is not null)
);
create index on indicators.figure (district, indicator, unit, ends_on desc);
create unique index on indicators.figure (district, origin, fact) where origin is not null;
create unique index on indicators.figure (district, fact) where origin is null and fact is not null;
create index on indicators.figure (district, status, id) where status in ('draft', 'submitted');

-- The statement in force, folded from the statements below; one row for each promised thing.
create table indicators.target (
  district int not null,
  id uuid not null,
  indicator uuid not null,
  unit uuid not null,
  period text not null,
  starts_on date not null,
  ends_on date not null,
  aspect text not null check (aspect in ('level', 'growth')),
  operator text not null check (operator in ('=', '>=', '<=', '~', 'municipality', 'tied', 'pending')),
  value numeric(24, 6),
  stretch numeric(24, 6),
  measure text not null,
  hedge text,
  reference text,
  tied_to uuid,
  nature text not null check (nature in ('binding', 'expected')),
  verb text,
  words text not null,
  version int not null default 1,
  primary key (district, id),
  unique (district, indicator, unit, period, aspect),
  foreign key (district, indicator) references indicators.indicator (district, id),
  check (starts_on <= ends_on)
);
create index on indicators.target (district, ends_on);

-- What papers and persons said of a target: the history it is folded from.
create table indicators.statement (
  district int not null,
  id uuid not null,
  target uuid not null,
  operator text not null check (operator in ('=', '>=', '<=', '~', 'municipality', 'tied', 'pending')),
  value numeric(24, 6),
  stretch numeric(24, 6),
  measure text not null,
  hedge text,
  reference text,
  tied_to uuid,
  nature text not null check (nature in ('binding', 'expected')),
  verb text,
  words text not null,
  said_on date,
  reason text,
  source jsonb not null,
  origin uuid,
  fact text,
  at timestamptz not null,
  primary key (district, id),
  foreign key (district, target) references indicators.target (district, id)
);
create index on indicators.statement (district, target);
create unique index on indicators.statement (district, origin, fact) where origin is not null;
create unique index on indicators.statement (district, fact) where origin is null and fact is not null;

-- A light set by a person over the computed one. Append-only but for its withdrawal.
create table indicators.light_override (
  district int not null,
  id uuid not null,
  thing uuid not null,
  light text not null check (light in ('on-pace', 'slipping', 'off-pace', 'done', 'not-judged')),
  person uuid not null,
  by_name text not null,
  reason text not null,
  until_on date not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  primary key (district, id)
);
create index on indicators.light_override (district, thing, until_on);

-- Bands and reaches that the district set, each from a day on.
create table indicators.light_rule (
  district int not null,
  from_on date not null,
  parameters jsonb not null,
  primary key (district, from_on)
);

grant select, insert, update, delete on indicators.indicator, indicators.alias, indicators.figure, indicators.target, indicators.statement to opendistrict_request;
grant select, insert, update on indicators.light_override, indicators.light_rule to opendistrict_request;

-- Before approval a figure is seen by its own unit, those above it and whoever may see unpublished figures. Writing follows
-- the same bounds, which the handlers narrow further.
create policy seen_units on indicators.figure as restrictive to opendistrict_request
  using (status in ('approved', 'published') or app.sees(unit));

create view indicators.v_indicator with (security_invoker = true) as
  select district, id, code, name_zh, name_en, measure, nature, direction, kind, owner_unit, embargoed from indicators.indicator;
create view indicators.v_figure with (security_invoker = true) as
  select f.district, f.id, f.indicator, f.unit, f.period, f.starts_on, f.ends_on, f.vintage, f.basis, f.level_value, f.level_unit, f.change_value, f.change_unit, f.change_base, f.rank, f.status, f.said_on, f.origin, f.at
  from indicators.figure f where f.replaced_by is null;
create view indicators.v_target with (security_invoker = true) as
  select district, id, indicator, unit, period, starts_on, ends_on, aspect, operator, value, stretch, measure, words from indicators.target;
create view indicators.v_statement with (security_invoker = true) as
  select district, id, target, operator, value, words, said_on, origin, at from indicators.statement;
grant select on indicators.v_indicator, indicators.v_figure, indicators.v_target, indicators.v_statement to opendistrict_request;
