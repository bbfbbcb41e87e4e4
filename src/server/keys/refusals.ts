import { type RefusalTable } from '../../engines/refusal-table.ts'

export const refusals = {
  'key-unknown': { status: 401, zh: '密钥无效。请核对是否完整，或请安全管理员重新签发。', en: 'This key is not known. Check that it is complete, or ask the security administrator for another.' },
  'key-revoked': { status: 401, zh: '密钥“{name}”已吊销，不能再用。请安全管理员重新签发。', en: 'The key “{name}” was revoked. Ask the security administrator for another.' },
  'key-expired': { status: 401, zh: '密钥“{name}”已于{until}到期。请安全管理员重新签发。', en: 'The key “{name}” ended on {until}. Ask the security administrator for another.' },
  'key-post-ended': { status: 401, zh: '密钥“{name}”所属岗位已结束，密钥随之失效。请为现任岗位重新签发。', en: 'The post of the key “{name}” has ended, and the key with it. Have one issued for a post that holds.' },
  'key-suspended': { status: 401, zh: '密钥“{name}”所属账户已暂停，密钥暂不可用。', en: 'The account behind the key “{name}” is suspended, and the key with it.' },
  'not-for-keys': { status: 403, zh: '此项须由本人登录办理，不能用接口密钥。', en: 'A person must sign in for this; no key may do it.' },
  'key-for-self': { status: 422, zh: '不能为自己的岗位签发密钥，请由其他安全管理员办理。', en: 'Nobody issues a key for his own post; ask another security administrator.' },
  'key-verbs': { status: 422, zh: '此岗位的密钥不能有这些权限：{verbs}。审核、采纳、调灯等决定只能由本人作出。', en: 'A key of this post cannot have: {verbs}. Decisions are made by persons.' },
  'key-days': { status: 422, zh: '密钥的失效日期应在{first}至{last}之间（最长一年）。', en: 'A key ends on a day between {first} and {last}: a year at most.' },
  'key-collected': { status: 422, zh: '密钥已于{at}领取，不能再次显示。如已遗失，请吊销后重新签发。', en: 'This key was collected at {at} and is not shown again. If it is lost, have it revoked and another issued.' },
  'key-over': { status: 422, zh: '密钥已失效，不能办理。', en: 'This key is over; nothing can be done with it.' },
} as const satisfies RefusalTable
