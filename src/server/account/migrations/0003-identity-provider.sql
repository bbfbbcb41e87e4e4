-- Sign-in through the government's identity provider (OpenID Connect).

-- A sign-in under way: made when a person leaves for the provider, taken away when he comes back, so that an answer counts once.
create table account.provider_visit (
  district int not null default app.district(),
  cookie_hash text not null,
  state text not null,
  nonce text not null,
  verifier text not null,
  next text not null,
  expires_at timestamptz not null,
  primary key (district, cookie_hash)
);
create index on account.provider_visit (district, expires_at);

-- Whom the provider knows by which subject: bound at the first sign-in. And the unit that it said last.
create table account.provider_person (
  district int not null default app.district(),
  user_id uuid not null,
  issuer text not null,
  subject text not null,
  claimed_unit text,
  seen_at timestamptz not null,
  primary key (district, user_id),
  unique (district, issuer, subject),
  foreign key (district, user_id) references account.holder (district, id)
);

-- Sessions that were opened through the provider, for signing out there and from there.
create table account.provider_session (
  district int not null default app.district(),
  session_id uuid not null,
  subject text not null,
  sid text,
  id_token text not null,
  primary key (district, session_id),
  foreign key (district, session_id) references account.session (district, id) on delete cascade
);
create index on account.provider_session (district, subject);
create index on account.provider_session (district, sid) where sid is not null;

-- Notices of sign-out that were heard: each counts once.
create table account.provider_notice (
  district int not null default app.district(),
  jti text not null,
  heard_at timestamptz not null,
  primary key (district, jti)
);

grant select, insert, update, delete on account.provider_visit, account.provider_person, account.provider_session, account.provider_notice to opendistrict_request;
