-- Of millions of cases a unit sees its own at once, however few they are.
create index on cases."case" using gin (seen_by);
