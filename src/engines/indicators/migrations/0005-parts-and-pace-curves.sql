-- The indicators that another is made of, none of which overlaps another: sectors of a gross product.
alter table indicators.indicator add column parts uuid[] not null default '{}';

-- A pace that the district set for an indicator: the share of the year's total that should be there at each month's end.
-- Append-only: the last one set for a year holds, the others are its history; one without shares ends the one before.
create table indicators.pace_curve (
  district int not null,
  id uuid not null,
  indicator uuid not null,
  from_year int not null,
  shares double precision[],
  ground text not null,
  person uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (district, id),
  foreign key (district, indicator) references indicators.indicator (district, id),
  check (shares is null or cardinality(shares) = 12)
);
create index on indicators.pace_curve (district, indicator, from_year);

grant select, insert, update on indicators.pace_curve to opendistrict_request;
