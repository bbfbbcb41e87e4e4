-- An edition of a divided target; its columns and those of its parts repeat the fold of its events, for queries.
create table plan.division (
  district int not null,
  id uuid not null,
  -- A target of the indicators engine.
  target uuid not null,
  edition int not null check (edition >= 1),
  state text not null check (state in ('draft', 'proposed', 'in-force', 'superseded', 'withdrawn')),
  whole numeric(24, 6) not null,
  -- What the parts come to by sum or weighted mean; null where nothing is checked.
  total numeric(24, 6),
  tolerance numeric(24, 6) not null,
  in_force_on date,
  version int not null default 1,
  primary key (district, id),
  unique (district, target, edition)
);
-- One edition is worked on at a time, and one is in force.
create unique index on plan.division (district, target) where state in ('draft', 'proposed');
create unique index on plan.division (district, target) where state = 'in-force';

create table plan.part (
  district int not null,
  division uuid not null,
  unit uuid not null,
  position int not null,
  value numeric(24, 6) not null,
  signed_at timestamptz,
  returned_at timestamptz,
  primary key (district, division, unit),
  foreign key (district, division) references plan.division (district, id)
);
create index on plan.part (district, unit);

-- What happened to an edition. Append-only.
create table plan.division_event (
  district int not null,
  id uuid not null,
  division uuid not null,
  seq int not null,
  at timestamptz not null,
  person uuid,
  by_name text not null,
  event jsonb not null,
  primary key (district, id),
  unique (district, division, seq)
);

grant select, insert, update on plan.division to opendistrict_request;
grant select, insert, update, delete on plan.part to opendistrict_request;
grant select, insert on plan.division_event to opendistrict_request;

create view plan.v_part with (security_invoker = true) as
  select p.district, p.division, p.unit, p.value, d.target, d.edition, d.state, d.in_force_on from plan.part p join plan.division d on d.district = p.district and d.id = p.division;
grant select on plan.v_part to opendistrict_request;
