-- Templates of answers: of a person, of a unit or of the district.
create table cases.template (
  district int not null,
  id uuid not null,
  owner text not null check (owner in ('person', 'unit', 'district')),
  person uuid,
  unit uuid,
  title text not null,
  words text not null,
  -- For one type, or one branch of its categories; null: for all.
  type text,
  category text,
  version int not null,
  at timestamptz not null,
  by_name text not null,
  primary key (district, id),
  check ((owner = 'person') = (person is not null) and (owner = 'unit') = (unit is not null)),
  check (category is null or type is not null)
);
create index on cases.template (district, person) where person is not null;
create index on cases.template (district, unit) where unit is not null;
grant select, insert, update, delete on cases.template to opendistrict_request;
