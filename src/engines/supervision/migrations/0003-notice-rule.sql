-- By what rule notices are raised by themselves, as the district's packs bring it. No row: none is.
create table supervision.rule (
  district int not null,
  definition jsonb not null,
  primary key (district)
);

-- How many things that rule would have raised a notice about on a day, beyond as many as it raises in one.
create table supervision.left_over (
  district int not null,
  kind text not null check (kind in ('project', 'target', 'commitment')),
  on_day date not null,
  n int not null,
  primary key (district, kind)
);

-- What follows where nobody answers in time, as the notice says.
alter table supervision.notice add column consequence text not null default '';
-- Who raised it; null: the rule did.
alter table supervision.notice add column raised_by uuid, add column raised_by_name text;
create index on supervision.notice (district, raised_at desc);
create index on supervision.notice (district, addressee);

grant select, insert, update on supervision.rule, supervision.left_over to opendistrict_request;
