-- The phases of a project with their days, folded from its events: what the library of a year is counted from.
create table projects.phase (
  district int not null,
  project uuid not null,
  position int not null,
  phase text not null check (phase in ('planned', 'reserved', 'started', 'operating')),
  on_day date not null,
  primary key (district, project, position)
);

insert into projects.phase (district, project, position, phase, on_day)
select district, project, row_number() over (partition by district, project order by seq) - 1, event ->> 'phase', (event ->> 'on')::date
from projects.event where event ->> 'kind' in ('made', 'phased');

grant select, insert, update, delete on projects.phase to opendistrict_request;
