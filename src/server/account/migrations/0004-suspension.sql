-- Accounts that are suspended from a day until (not including) another, or until somebody lifts it.
create table account.suspension (
  district int not null default app.district(),
  id uuid not null,
  user_id uuid not null,
  from_on date not null,
  until_on date,
  reason text not null,
  by_name text not null,
  at timestamptz not null,
  lifted_at timestamptz,
  lifted_by text,
  primary key (district, id),
  foreign key (district, user_id) references account.holder (district, id),
  check (until_on is null or until_on > from_on)
);
create index on account.suspension (district, user_id);
grant select, insert, update on account.suspension to opendistrict_request;
