create schema if not exists supervision;
grant usage on schema supervision to opendistrict_request;

-- Supervision notices (督办单) beside the cases that they are: what each is about, to whom it goes, and which it follows.
create table supervision.notice (
  district int not null,
  case_id uuid not null,
  about_kind text not null check (about_kind in ('project', 'target', 'commitment', 'case')),
  about uuid not null,
  about_name text not null,
  addressee uuid not null,
  grade text not null check (grade in ('blue', 'orange', 'red')),
  -- The notice of a lower grade whose limit passed.
  former uuid,
  raised_at timestamptz not null,
  -- Raised by the rule, not by a person.
  by_rule boolean not null,
  primary key (district, case_id)
);
create index on supervision.notice (district, about);
-- One follows a notice once, however many programs look.
create unique index on supervision.notice (district, former) where former is not null;
grant select, insert on supervision.notice to opendistrict_request;
