-- Accounts, their passwords, second factors and sessions. The columns are those better-auth 1.7 asks for (core, username,
-- two-factor), under our names; a test compares the two. Every table begins with the district, which the transaction
-- supplies: the library knows nothing of it. The holder's id is the id of the person in org.
create schema account;
grant usage on schema account to opendistrict_request;

create table account.holder (
  district int not null default app.district(),
  id uuid not null,
  -- Both carry the username. The library insists on an e-mail; none is kept.
  name text not null,
  email text not null,
  email_verified boolean not null,
  image text,
  username text not null,
  two_factor_enabled boolean not null default false,
  -- When the password was last set, and whether it is one that somebody else chose. Null: no password, cannot sign in with one.
  password_set_at timestamptz,
  password_temporary boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (district, id),
  unique (district, username),
  unique (district, email)
);

create table account.credential (
  district int not null default app.district(),
  id uuid not null,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (district, id),
  unique (district, provider_id, account_id),
  foreign key (district, user_id) references account.holder (district, id)
);
create index on account.credential (district, user_id);

create table account.session (
  district int not null default app.district(),
  id uuid not null,
  token text not null,
  user_id uuid not null,
  ip_address text,
  user_agent text,
  -- Since when the person is signed in, also where the library replaced the session by a new one; and last used, to the minute.
  started_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (district, id),
  unique (district, token),
  foreign key (district, user_id) references account.holder (district, id)
);
create index on account.session (district, user_id);

-- A sign-in that waits for its second step, and other things the library remembers for minutes.
create table account.challenge (
  district int not null default app.district(),
  id uuid not null,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (district, id)
);
create index on account.challenge (district, identifier);
create index on account.challenge (district, expires_at);

create table account.second_factor (
  district int not null default app.district(),
  id uuid not null,
  secret text not null,
  backup_codes text not null,
  user_id uuid not null,
  verified boolean not null default true,
  failed_verification_count int not null default 0,
  locked_until_at timestamptz,
  primary key (district, id),
  unique (district, user_id),
  foreign key (district, user_id) references account.holder (district, id)
);

-- Attempts since the last success, for every name that was tried, whether or not there is such an account. The name is kept
-- as a keyed hash only: people type passwords into the wrong field.
create table account.attempt (
  district int not null default app.district(),
  name_hash text not null,
  failures int not null,
  last_at timestamptz not null,
  locked_until_at timestamptz,
  primary key (district, name_hash)
);
create index on account.attempt (district, last_at);

-- Codes that opened a session in the last minutes: each opens only one (RFC 6238 §5.2).
create table account.spent_code (
  district int not null default app.district(),
  user_id uuid not null,
  code_hash text not null,
  spent_at timestamptz not null,
  primary key (district, user_id, code_hash),
  foreign key (district, user_id) references account.holder (district, id)
);

grant select, insert, update, delete on account.holder, account.credential, account.session, account.challenge, account.second_factor, account.attempt, account.spent_code to opendistrict_request;
