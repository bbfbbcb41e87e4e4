-- Photographs and papers of a case. Bytes are read one at a time, never with a list.
create table cases.attachment (
  district int not null,
  id uuid not null,
  case_id uuid not null,
  name text not null,
  mime text not null check (mime in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  size int not null check (size > 0),
  sha256 text not null,
  -- Null once it was withdrawn.
  bytes bytea,
  at timestamptz not null,
  -- Who brought it; none for a resident.
  person uuid,
  by_name text,
  unit uuid,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_reason text,
  primary key (district, id),
  check ((bytes is null) = (withdrawn_at is not null))
);
alter table cases.attachment alter column bytes set storage external;
create index on cases.attachment (district, case_id, at);
grant select, insert, update on cases.attachment to opendistrict_request;
alter table cases.attachment enable row level security;
create policy seen_cases on cases.attachment as restrictive to opendistrict_request
  using ((select app.sees_all_cases()) or exists (select from cases."case" c where c.district = attachment.district and c.id = attachment.case_id)) with check (true);
