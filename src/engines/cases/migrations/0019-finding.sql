-- Ids of the cases of the district with all of these grams, and before an id if one is given: found by the index, which row-level
-- security would not allow. Nothing but ids comes out; whoever asks still sees only those cases that the policies show.
create function cases.with_grams(sought text[], before uuid) returns setof uuid language sql stable security definer set search_path = pg_catalog
  rows 2000
  as $$ select s.case_id from cases.searched s where s.district = app.district() and s.grams @> sought and (before is null or s.case_id < before) $$;
revoke all on function cases.with_grams from public;
grant execute on function cases.with_grams to opendistrict_request;

-- What is due first comes first, whether it is open or has ended; and what waits for a decision is little.
create index on cases."case" (district, due_at, id);
drop index cases.case_district_due_at_id_idx;
create index on cases."case" (district, id) where asked is not null;
