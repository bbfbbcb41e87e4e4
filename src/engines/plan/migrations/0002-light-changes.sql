-- The light that each target and measure showed when it was last looked at: what the next look is compared with.
create table plan.light (
  district int not null,
  thing uuid not null,
  light text not null check (light in ('on-pace', 'slipping', 'off-pace', 'done', 'not-judged')),
  since timestamptz not null,
  primary key (district, thing)
);

-- Every change of a light, with the verdict as it was then. Append-only.
create table plan.light_change (
  district int not null,
  id uuid not null,
  thing uuid not null,
  kind text not null check (kind in ('target', 'commitment')),
  year int not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  -- The unit that answers for it: the unit of a divided target, the keeper of the indicator, the lead of a commitment.
  unit uuid,
  from_light text not null check (from_light in ('on-pace', 'slipping', 'off-pace', 'done', 'not-judged')),
  to_light text not null check (to_light in ('on-pace', 'slipping', 'off-pace', 'done', 'not-judged')),
  turn text not null check (turn in ('worse', 'better', 'other')),
  verdict jsonb not null,
  -- Whose override made it, where a person did.
  overridden_by text,
  -- The day for which it was judged. Earlier than the day of the entry where past months were gone through afterwards.
  judged_on date not null,
  at timestamptz not null,
  -- When somebody first said what was done about it.
  answered_at timestamptz,
  primary key (district, id)
);
create index on plan.light_change (district, year, judged_on desc, id desc);
create index on plan.light_change (district, thing, judged_on desc, id desc);
create index on plan.light_change (district, unit, id desc) where answered_at is null and turn = 'worse';

-- Who has seen it, once each.
create table plan.light_seen (
  district int not null,
  change uuid not null,
  person uuid not null,
  name text not null,
  at timestamptz not null,
  primary key (district, change, person),
  foreign key (district, change) references plan.light_change (district, id)
);

-- What was done about it. Append-only.
create table plan.light_answer (
  district int not null,
  id uuid not null,
  change uuid not null,
  kind text not null check (kind in ('explained', 'instructed', 'acted')),
  words text not null,
  person uuid not null,
  name text not null,
  at timestamptz not null,
  primary key (district, id),
  foreign key (district, change) references plan.light_change (district, id)
);
create index on plan.light_answer (district, change);

grant select, insert, update on plan.light, plan.light_change to opendistrict_request;
grant select, insert on plan.light_seen, plan.light_answer to opendistrict_request;

create view plan.v_light_change with (security_invoker = true) as
  select c.district, c.id, c.thing, c.kind, c.year, c.code, c.name_zh, c.name_en, c.unit, c.from_light, c.to_light, c.turn, c.judged_on, c.at, c.answered_at,
    (select count(*)::int from plan.light_answer a where a.district = c.district and a.change = c.id) as answers
  from plan.light_change c;
grant select on plan.v_light_change to opendistrict_request;
