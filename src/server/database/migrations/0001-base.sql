-- What every request's transaction carries, and the two questions that policies ask of it.
create schema app;
grant usage on schema app to opendistrict_request;

-- The district of the transaction. Reads '' and not null after `set local`, hence nullif.
create function app.district() returns int language sql stable
  return nullif(current_setting('app.district', true), '')::int;

-- May the transaction see unpublished things of this unit? The scope is 'district' or a list of units.
create function app.sees(unit uuid) returns boolean language sql stable
  return current_setting('app.units', true) = 'district'
      or unit = any (string_to_array(nullif(current_setting('app.units', true), 'district'), ',')::uuid[]);

-- Commands that carried an idempotency key, with what they returned.
create table app.command (
  district int not null,
  person uuid not null,
  key text not null,
  request text not null,
  reply jsonb,
  done_at timestamptz not null,
  primary key (district, person, key)
);
grant select, insert, update on app.command to opendistrict_request;
