-- A file of cases that a person brought (导入): which columns mean what, and what came of each row.
create table cases.import (
  district int not null,
  id uuid not null,
  person uuid not null,
  by_name text not null,
  at timestamptz not null,
  type text not null,
  -- Where the file is from. Its numbers are known by this name.
  source text not null,
  file_name text not null,
  headers text[] not null,
  mapping jsonb not null,
  state text not null check (state in ('uploaded', 'checked', 'done', 'undone')),
  undone_at timestamptz,
  undone_by text,
  undo_reason text,
  primary key (district, id)
);
create index on cases.import (district, person, id);

-- A row of it, by the number that the spreadsheet shows. What is in its cells goes when the row has become a case.
create table cases.import_row (
  district int not null,
  import_id uuid not null,
  row int not null,
  cells text[],
  outcome text not null check (outcome in ('unchecked', 'new', 'wrong', 'there', 'opened', 'voided')),
  faults jsonb not null default '[]',
  -- The case that it became, and its last event then.
  case_id uuid,
  seq int,
  primary key (district, import_id, row),
  foreign key (district, import_id) references cases.import (district, id)
);
create index on cases.import_row (district, import_id, outcome, row);

-- Which matters of which source are here already: the same row twice is one case.
create table cases.imported (
  district int not null,
  source text not null,
  number text not null,
  case_id uuid not null,
  primary key (district, source, number)
);
create index on cases.imported (district, case_id);

-- Which columns of a source mean what, as it was chosen last.
create table cases.import_mapping (
  district int not null,
  source text not null,
  type text not null,
  mapping jsonb not null,
  primary key (district, source, type)
);

grant select, insert, update on cases.import to opendistrict_request;
grant select, insert, update on cases.import_row to opendistrict_request;
grant select, insert, delete on cases.imported to opendistrict_request;
grant select, insert, update on cases.import_mapping to opendistrict_request;
