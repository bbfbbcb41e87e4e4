import { type RefusalTable } from '../refusal-table.ts'

export const refusals = {} as const satisfies RefusalTable
