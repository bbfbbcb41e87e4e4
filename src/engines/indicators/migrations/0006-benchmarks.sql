-- What other districts published of an indicator, beside our own. Never deleted: withdrawn with a reason.
create table indicators.peer_figure (
  district int not null,
  id uuid not null,
  indicator uuid not null,
  peer_code text not null check (peer_code ~ '^[1-9][0-9]{5}$'),
  peer_name text not null,
  period text not null,
  level_value numeric(24, 6),
  level_unit text,
  change_value numeric(24, 6),
  change_unit text,
  said_on date not null,
  source jsonb not null,
  person uuid,
  by_name text not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_because text,
  version int not null default 1,
  primary key (district, id),
  foreign key (district, indicator) references indicators.indicator (district, id),
  check ((level_value is null) = (level_unit is null)),
  check ((change_value is null) = (change_unit is null)),
  check (level_value is not null or change_value is not null),
  check ((withdrawn_at is null) = (withdrawn_because is null))
);
-- One figure of a district and period stands; another takes its place once it is withdrawn.
create unique index on indicators.peer_figure (district, indicator, period, peer_code) where withdrawn_at is null;

-- That our district holds a place among others, as somebody published it.
create table indicators.rank_claim (
  district int not null,
  id uuid not null,
  indicator uuid not null,
  period text not null,
  scope text not null check (scope in ('city', 'province', 'nation')),
  compared text not null check (compared in ('level', 'growth')),
  rank int not null check (rank >= 1),
  of_how_many int check (of_how_many >= rank),
  said_on date not null,
  source jsonb not null,
  person uuid,
  by_name text not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_because text,
  version int not null default 1,
  primary key (district, id),
  foreign key (district, indicator) references indicators.indicator (district, id),
  check ((withdrawn_at is null) = (withdrawn_because is null))
);
create index on indicators.rank_claim (district, indicator);

-- The district that an indicator is measured against.
create table indicators.benchmark (
  district int not null,
  indicator uuid not null,
  peer_code text not null check (peer_code ~ '^[1-9][0-9]{5}$'),
  by_name text not null,
  at timestamptz not null,
  primary key (district, indicator),
  foreign key (district, indicator) references indicators.indicator (district, id)
);

grant select, insert, update on indicators.peer_figure, indicators.rank_claim to opendistrict_request;
grant select, insert, update, delete on indicators.benchmark to opendistrict_request;
