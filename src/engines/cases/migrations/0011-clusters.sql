-- Matters that come again and again (重复事项), found by place, category and words. Offered, then taken as a root-cause task
-- of the plan (commitment) or dismissed with a reason.
create table cases.cluster (
  district int not null,
  id uuid not null,
  type text not null,
  category text not null,
  -- The street; and the community, where all are of one.
  street uuid not null,
  community uuid,
  words text[] not null,
  state text not null check (state in ('offered', 'taken', 'dismissed')),
  offered_at timestamptz not null,
  decided_at timestamptz,
  person uuid,
  by_name text,
  reason text,
  commitment uuid,
  version int not null default 1,
  primary key (district, id),
  check ((state = 'taken') = (commitment is not null))
);
create index on cases.cluster (district, type, category);
create index on cases.cluster (district, commitment);

-- The cases of a cluster; each is of one at most.
create table cases.cluster_case (
  district int not null,
  case_id uuid not null,
  cluster uuid not null,
  joined_at timestamptz not null,
  primary key (district, case_id),
  foreign key (district, cluster) references cases.cluster (district, id)
);
create index on cases.cluster_case (district, cluster);

grant select, insert, update on cases.cluster to opendistrict_request;
grant select, insert on cases.cluster_case to opendistrict_request;
