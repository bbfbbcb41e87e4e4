-- What is still to happen to a case by itself, and when the first of it; a row where there is anything. Apart from the case, whose
-- many indexes then stay as they are when the ladder climbs.
create table cases.upcoming (
  district int not null,
  case_id uuid not null,
  next_at timestamptz not null,
  timers jsonb not null,
  primary key (district, case_id)
);
insert into cases.upcoming select district, id, next_at, timers from cases."case" where next_at is not null;
create index on cases.upcoming (district, next_at);
grant select, insert, update, delete on cases.upcoming to opendistrict_request;
alter table cases.upcoming enable row level security;
create policy seen_cases on cases.upcoming as restrictive to opendistrict_request
  using ((select app.sees_all_cases()) or exists (select from cases."case" c where c.district = upcoming.district and c.id = upcoming.case_id)) with check (true);

drop view cases.seen_case;
alter table cases."case" drop column timers, drop column next_at, set (fillfactor = 85);
create view cases.seen_case as
  select c.*, s.grams from cases."case" c left join cases.searched s on s.district = c.district and s.case_id = c.id
  where c.district = (select app.district()) and ((select app.sees_all_cases()) or c.seen_by && (select app.case_units()));
grant select on cases.seen_case to opendistrict_request;
