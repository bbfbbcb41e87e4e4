-- Which numbers of cases the register of indicators is told every month, as packs say it.
create table cases.counted_figure (
  district int not null,
  -- Code of the indicator.
  indicator text not null,
  definition jsonb not null,
  primary key (district, indicator)
);
grant select, insert, update on cases.counted_figure to opendistrict_request;
