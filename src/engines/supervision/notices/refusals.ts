import { type RefusalTable } from '../../refusal-table.ts'

export const noticeRefusals = {
  'notice-about-notice': { status: 422, zh: '“{name}”本身就是督办单，不能再督办。要催办，请打开它办理；到期没有反馈的会自动升级。', en: '“{name}” is a notice itself and takes no other. Open it to press on; where nobody answers in time the next grade follows.' },
  'no-notices-here': { status: 422, zh: '本区没有启用督办单，不能提起。', en: 'This district keeps no supervision notices.' },
} as const satisfies RefusalTable
