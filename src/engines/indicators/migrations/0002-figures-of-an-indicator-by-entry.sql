-- The list of figures of one indicator, newest entry first: 124 ms without it, 2 ms with it, at a million figures.
create index on indicators.figure (district, indicator, id);
