-- What stands of a line's own columns (台账栏目), folded from what was told of it.
alter table plan.ledger_line add column particulars jsonb not null default '{}';
