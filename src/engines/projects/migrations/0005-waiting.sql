-- How many approvals of a project are with an office, folded from its events: those that may be late are found by it.
alter table projects.project add column approvals_running int not null default 0;
-- Of projects that were there before, whatever was ever applied for; the fold tells which of them still are.
update projects.project p set approvals_running = 1 where exists (select from projects.event e where e.district = p.district and e.project = p.id and e.event ->> 'kind' = 'approval-applied');
create index on projects.project (district, owner) where approvals_running > 0;

-- Units that have a measure in the plan of a task force take part in it.
update projects.force f set units = array(
  select unnest(f.units) union select (e.event ->> 'unit')::uuid from projects.force_event e where e.district = f.district and e.force = f.id and e.event ->> 'kind' = 'measure-planned');
