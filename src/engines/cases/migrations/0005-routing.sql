-- A district's own rules of who gets which cases. Ended, never removed.
create table cases.routing_rule (
  district int not null,
  id uuid not null,
  type text not null,
  category text,
  area uuid,
  unit uuid not null,
  from_on date not null,
  until_on date,
  reason text not null,
  made_by text not null,
  made_at timestamptz not null,
  ended_because text,
  ended_by text,
  ended_at timestamptz,
  -- The rule that it takes the place of: a rule is changed by a new one from a day on.
  replaces uuid,
  primary key (district, id),
  check (until_on is null or until_on >= from_on)
);
create index on cases.routing_rule (district, type);

-- What each case teaches the classifier, once: what it turned out to be, and what of that is in the counts.
create table cases.lesson (
  district int not null,
  case_id uuid not null,
  type text not null,
  category text not null,
  urgency text not null,
  learned_category text,
  learned_urgency text,
  pending boolean not null,
  primary key (district, case_id)
);
create index on cases.lesson (district) where pending;
alter table cases.lesson enable row level security;
create policy seen_cases on cases.lesson as restrictive to opendistrict_request
  using ((select app.sees_all_cases()) or exists (select from cases."case" c where c.district = lesson.district and c.id = lesson.case_id)) with check (true);

-- The memory of the classifier: in how many cases a label was seen, and with which grams. `subject`: category or urgency.
create table cases.classifier_label (
  district int not null,
  type text not null,
  subject text not null check (subject in ('category', 'urgency')),
  label text not null,
  cases int not null,
  grams int not null,
  primary key (district, type, subject, label)
);
create table cases.classifier_count (
  district int not null,
  type text not null,
  subject text not null,
  gram text not null,
  label text not null,
  n int not null,
  primary key (district, type, subject, gram, label)
);

grant select, insert, update on cases.routing_rule, cases.lesson, cases.classifier_label, cases.classifier_count to opendistrict_request;
