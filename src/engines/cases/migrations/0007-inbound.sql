-- Matters that another platform hands over (a city's 12345), each a stream of numbered items: how far it was taken, and which case it became.
create table cases.inbound (
  district int not null,
  source text not null,
  number text not null,
  taken int not null,
  case_id uuid,
  primary key (district, source, number)
);

-- Items that came before those that go before them, kept until these come.
create table cases.inbound_waiting (
  district int not null,
  source text not null,
  number text not null,
  sequence int not null,
  item jsonb not null,
  at timestamptz not null,
  primary key (district, source, number, sequence)
);
grant select, insert, update on cases.inbound to opendistrict_request;
grant select, insert, delete on cases.inbound_waiting to opendistrict_request;
