-- When each piece of timed work last began and ended in a district; the row is what programs compete for.
create table app.timed_work (
  district int not null,
  name text not null,
  began_at timestamptz not null,
  ended_at timestamptz,
  fault text,
  primary key (district, name)
);
grant select on app.timed_work to opendistrict_request;
