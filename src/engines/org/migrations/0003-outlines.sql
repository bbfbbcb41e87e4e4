-- Where the ground of a unit ends (WGS84, longitude first). A unit may have several pieces, and other ones later.
-- No index on the ring: row-level security keeps geometric operators from using one, and a district has some 1,300 (under a
-- millisecond to go through).
create table org.outline (
  district int not null,
  id uuid not null,
  unit uuid not null,
  ring polygon not null,
  from_on date not null,
  until_on date,
  source text not null,
  generated boolean not null default false,
  primary key (district, id),
  foreign key (district, unit) references org.unit (district, id),
  check (npoints(ring) >= 3),
  check (until_on is null or until_on > from_on)
);
create index on org.outline (district, unit);
grant select, insert, update on org.outline to opendistrict_request;
