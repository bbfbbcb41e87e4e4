import { type RefusalTable } from '../../engines/refusal-table.ts'

export const refusals = {
  'review-open': { status: 422, zh: '已有一次核查正在进行，请先完成。', en: 'A review is under way already. Finish that one first.' },
  'review-closed': { status: 422, zh: '这次核查已于{at}完成，记录不能再改。', en: 'This review was closed at {at}; its record is not changed.' },
  'review-unfinished': { status: 422, zh: '还有{left}人没有核查结论。请逐人或成批标明保留或停止。', en: '{left} people have no verdict yet. Mark them, one by one or together.' },
  'review-self': { status: 422, zh: '不能核查自己，请由其他安全管理员办理。', en: 'Nobody reviews himself; ask another security administrator.' },
  'review-why': { status: 422, zh: '结论为停止的，请写明理由。', en: 'Say why it should end.' },
} as const satisfies RefusalTable
