-- A filter of the list that a person keeps under a name (常用视图), for themselves or for a unit of theirs.
create table cases.saved_view (
  district int not null,
  id uuid not null,
  person uuid not null,
  unit uuid,
  name text not null,
  -- The filter by the names of the list's query; never a telephone.
  query jsonb not null,
  position int not null,
  at timestamptz not null,
  primary key (district, id),
  unique (district, person, name)
);
create index on cases.saved_view (district, unit) where unit is not null;

-- The view with which a person's list begins.
create table cases.start_view (
  district int not null,
  person uuid not null,
  view_id uuid not null,
  primary key (district, person),
  foreign key (district, view_id) references cases.saved_view (district, id) on delete cascade
);
create index on cases.start_view (district, view_id);

grant select, insert, update, delete on cases.saved_view to opendistrict_request;
grant select, insert, update, delete on cases.start_view to opendistrict_request;
