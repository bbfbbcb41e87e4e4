-- A target that is the part of a unit in a wider one (目标分解) points to it. Lists of a year show targets of their own only.
alter table indicators.target add column part_of uuid;
create index on indicators.target (district, part_of) where part_of is not null;

create or replace view indicators.v_target with (security_invoker = true) as
  select district, id, indicator, unit, period, starts_on, ends_on, aspect, operator, value, stretch, measure, words, part_of from indicators.target;
