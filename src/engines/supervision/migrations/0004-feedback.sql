-- The present state of each page of monthly feedback (月反馈), folded from its events below.
create table supervision.feedback (
  district int not null,
  id uuid not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  unit uuid not null,
  state text not null check (state in ('generated', 'sent', 'acknowledged', 'replied')),
  behind int not null,
  sent_on date,
  -- The last day on which it is acknowledged in time.
  due_on date,
  acknowledged_at timestamptz,
  late boolean not null,
  seq int not null,
  primary key (district, id),
  unique (district, month, unit)
);
create index on supervision.feedback (district, unit) where state = 'sent';

-- What happened. Append-only.
create table supervision.feedback_event (
  district int not null,
  feedback uuid not null,
  seq int not null,
  at timestamptz not null,
  person uuid not null,
  by_name text not null,
  event jsonb not null,
  primary key (district, feedback, seq)
);

-- When the pages of a month were last worked out, and the units of which there was nothing to say.
create table supervision.feedback_month (
  district int not null,
  month text not null,
  at timestamptz not null,
  by_name text not null,
  silent uuid[] not null,
  primary key (district, month)
);

grant select, insert, update on supervision.feedback, supervision.feedback_month to opendistrict_request;
grant select, insert on supervision.feedback_event to opendistrict_request;
