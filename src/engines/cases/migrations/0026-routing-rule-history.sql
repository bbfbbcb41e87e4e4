-- Who ended a rule and when, and which rule another one took the place of: a rule is changed by a new one from a day on.
alter table cases.routing_rule add column ended_by text, add column ended_at timestamptz, add column replaces uuid;
