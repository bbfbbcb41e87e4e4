import { type RefusalTable } from '../../refusal-table.ts'

export const noticeRefusals = {
  'no-notices-here': { status: 422, zh: '本区没有启用督办单，不能提起。', en: 'This district keeps no supervision notices.' },
} as const satisfies RefusalTable
