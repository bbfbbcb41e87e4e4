-- A figure that has not come yet: who publishes it and when (待公布), of the whole district. Gone once the figure is on file or a person takes it back.
create table plan.awaited (
  district int not null,
  indicator uuid not null,
  period text not null,
  publisher text not null,
  -- the period in which it is to be published: 2025H1
  expected text,
  source jsonb not null,
  by_name text not null,
  at timestamptz not null,
  version int not null,
  primary key (district, indicator, period)
);
grant select, insert, update, delete on plan.awaited to opendistrict_request;
