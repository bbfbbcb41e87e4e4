import { type KeyState } from '../../../server/keys/contract.ts'
import { type Label } from '../../../kernel/label.ts'

/** How it stands with a key. */
export const keyStates = {
  waiting: { zh: '待领取', en: 'to be collected' },
  'in-use': { zh: '使用中', en: 'in use' },
  expired: { zh: '已到期', en: 'ended' },
  revoked: { zh: '已吊销', en: 'revoked' },
  'post-ended': { zh: '岗位已结束', en: 'post ended' },
} as const satisfies Record<KeyState, Label>
