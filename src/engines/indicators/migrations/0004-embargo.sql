-- The posts that see an indicator's figures before they are published, beside those through whose hands the figures pass.
create table indicators.embargo_post (
  district int not null,
  indicator uuid not null,
  post uuid not null,
  named_at timestamptz not null,
  named_by text not null,
  primary key (district, indicator, post),
  foreign key (district, indicator) references indicators.indicator (district, id) on delete cascade
);
grant select, insert, delete on indicators.embargo_post to opendistrict_request;

-- The array is worked out once for a statement, not once for a row.
create policy held_back on indicators.figure as restrictive to opendistrict_request
  using (status = 'published'
    or indicator <> all (array (select e.id from indicators.indicator e where e.embargoed))
    or app.handles(unit)
    or exists (select from indicators.embargo_post p where p.district = figure.district and p.indicator = figure.indicator and p.post = any (app.posts())));
