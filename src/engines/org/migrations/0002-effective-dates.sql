-- A change of a unit may be noted before its day: it takes effect on that day, by itself, unless it is withdrawn before.
alter table org.unit_event add column applied_at timestamptz, add column withdrawn_at timestamptz, add column withdrawn_because text;
update org.unit_event set applied_at = noted_at;
create index on org.unit_event (district, happened_on) where applied_at is null and withdrawn_at is null;
grant update (applied_at, withdrawn_at, withdrawn_because) on org.unit_event to opendistrict_request;

-- The first day on which a person is no longer here.
alter table org.person add column leaves_on date;
create index on org.person (district, leaves_on) where leaves_on is not null and active;

create view org.v_person with (security_invoker = true) as
  select district, id, name, account, active, leaves_on from org.person;
create view org.v_post with (security_invoker = true) as
  select district, id, person, unit, role, title, from_on, until_on from org.post;
create view org.v_delegation with (security_invoker = true) as
  select district, id, post, to_person, from_on, until_on, withdrawn from org.delegation;
grant select on org.v_person, org.v_post, org.v_delegation to opendistrict_request;
