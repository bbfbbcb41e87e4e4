-- What is written often and what seldom is told well enough by a larger sample.
alter table cases.searched alter column grams set statistics 400;

-- How many of the rows have these grams at most: the share of the least frequent of them by the statistics of the table, and how
-- many rows there are. Row-level security hides the statistics from whoever asks, so the owner looks; nothing but two numbers comes out.
create function cases.gram_share(sought text[]) returns table (share double precision, total double precision) language sql stable security definer set search_path = pg_catalog
  as $$
    with known as (select most_common_elems::text::text[] as grams, most_common_elem_freqs as shares from pg_stats where schemaname = 'cases' and tablename = 'searched' and attname = 'grams'),
      listed as (select k.gram, k.share from known, unnest(known.grams, known.shares[1:cardinality(known.grams)]) as k (gram, share))
    select (select min(coalesce((select l.share from listed l where l.gram = g), (select min(l.share) from listed l))) from unnest(sought) g)::double precision,
      (select greatest(reltuples, 0) from pg_class where oid = 'cases.searched'::regclass)::double precision $$;
revoke all on function cases.gram_share from public;
grant execute on function cases.gram_share to opendistrict_request;
