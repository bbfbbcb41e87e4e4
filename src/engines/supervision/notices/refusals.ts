import { type RefusalTable } from '../../refusal-table.ts'

export const noticeRefusals = {
  'notice-about-notice': { status: 422, zh: '“{name}”本身就是督办单，不能再督办。要催办，请打开它办理；到期没有反馈的会自动升级。', en: '“{name}” is a notice itself and takes no other. Open it to press on; where nobody answers in time the next grade follows.' },
  'notice-about-nothing': { status: 422, zh: '没有找到“{name}”，可能已经删除或并入别的。请重新查找要督办的事项。', en: '“{name}” is not there; it may have been taken away or merged. Look for it again.' },
  'no-notices-here': { status: 422, zh: '本区没有启用督办单，不能提起。', en: 'This district keeps no supervision notices.' },
} as const satisfies RefusalTable
