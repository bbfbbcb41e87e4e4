-- Districts of this database that are a demonstration. Where one stands here, one-click sign-in may be offered; where a
-- district has units and does not stand here, it is a real one and demonstration mode refuses to start.
create table app.demonstration (
  district int not null,
  seed text not null,
  marked_at timestamptz not null,
  primary key (district)
);
grant select on app.demonstration to opendistrict_request;
