import { type ColumnType } from 'kysely'

/** A jsonb column: read as a value to be parsed by its schema, written as text (the driver would take an array for an SQL array). */
export type Jsonb = ColumnType<unknown, string, string>
