import { type Label, type Language } from '../../kernel/label.ts'
import { type Refusal } from '../../kernel/result.ts'
import { refusals as indicators } from '../../engines/indicators/refusals.ts'
import { refusals as org } from '../../engines/org/refusals.ts'
import { refusals as plan } from '../../engines/plan/refusals.ts'
import { refusals as returns } from '../../engines/returns/refusals.ts'
import { refusals as cases } from '../../engines/cases/refusals.ts'
import { refusals as projects } from '../../engines/projects/refusals.ts'
import { refusals as supervision } from '../../engines/supervision/refusals.ts'
import { refusals as documents } from '../../engines/documents/refusals.ts'
import { refusals as account } from '../account/refusals.ts'
import { refusals as accessReview } from '../access-review/refusals.ts'
import { refusals as keys } from '../keys/refusals.ts'
import { type RefusalTable } from '../../engines/refusal-table.ts'

/** An error answer (RFC 9457). `instance` is the number to quote. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly detailEn: string
  readonly instance: string
  readonly facts?: Refusal['facts']
  /** Bad input: each place with what is expected there. */
  readonly faults?: readonly { readonly at: string; readonly message: string; readonly messageEn: string }[]
}

const general = {
  'bad-input': { status: 400, zh: '提交的内容有误，请按提示修改后再试。', en: 'Something in what was sent is not right. Mend what is marked and try again.' },
  'not-signed-in': { status: 401, zh: '请先登录。', en: 'Please sign in first.' },
  'not-permitted': { status: 403, zh: '您没有办理此事的权限。如确需办理，请联系本单位负责人。', en: 'You may not do this. If you need to, ask the head of your unit.' },
  'cross-site': { status: 403, zh: '请求来自其他网站，已拒绝。请从本系统页面操作。', en: 'The request came from another site and was refused. Use the pages of this system.' },
  'no-such-address': { status: 404, zh: '没有这个地址。', en: 'There is nothing at this address.' },
  'nothing-in-trail': { status: 404, zh: '这段时间没有已入链的审计记录。', en: 'The trail has no linked entries of this time.' },
  'keep-longer': { status: 422, zh: '审计记录至少保留{months}个月，没有归档。', en: 'The trail is kept for at least {months} months; nothing was archived.' },
  'nothing-to-archive': { status: 422, zh: '没有早于期限的审计记录，没有归档。', en: 'Nothing in the trail is older than that; nothing was archived.' },
  'changed-meanwhile': { status: 409, zh: '他人已先行修改，您的改动尚未保存。请刷新后核对再提交。', en: 'Somebody saved before you; your change was not saved. Reload, compare, and save again.' },
  'key-reused': { status: 409, zh: '同一操作编号已用于另一项操作，本次未执行。', en: 'This idempotency key was used for another command; nothing was done.' },
  'too-large': { status: 413, zh: '文件或内容过大，请拆分后再提交。', en: 'The file or text is too large. Split it and send the parts.' },
  'wrong-media-type': { status: 415, zh: '不支持这种内容格式。', en: 'This kind of content is not understood.' },
  'too-many-requests': { status: 429, zh: '操作过于频繁，请稍后再试。', en: 'Too many requests. Wait a little and try again.' },
  fault: { status: 500, zh: '系统出错，您的操作没有完成，已有数据不受影响。请重试；如仍出错，请把编号告知管理员。', en: 'Something went wrong on our side. Nothing was changed. Try again; if it fails again, give the administrator the number.' },
  unavailable: { status: 503, zh: '系统暂时无法连接数据库，请稍后再试。', en: 'The database cannot be reached just now. Try again in a moment.' },
} as const satisfies RefusalTable

/** One table turns every refusal into an answer and into sentences. */
export const refusals: RefusalTable = { ...org, ...indicators, ...returns, ...plan, ...cases, ...projects, ...supervision, ...documents, ...account, ...keys, ...accessReview, ...general }

export function problemOf(refusal: Refusal, instance: string, faults?: Problem['faults']): Problem {
  const entry = refusals[refusal.refused] ?? unknownRefusal(refusal.refused)
  const fill = (text: string) => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(refusal.facts[name] ?? '—'))
  return {
    type: `urn:opendistrict:${refusal.refused}`,
    title: refusal.refused,
    status: entry.status,
    detail: fill(entry.zh),
    detailEn: fill(entry.en),
    instance,
    ...(Object.keys(refusal.facts).length > 0 && { facts: refusal.facts }),
    ...(faults && { faults }),
  }
}

/** A kind that no table knows is a mistake of ours; `unknown-…` always means that the thing is not there. */
function unknownRefusal(kind: string): { status: number } & Label {
  if (kind.startsWith('unknown-')) return { status: 404, zh: '找不到所请求的内容，可能已被删除或您无权查看。', en: 'What you asked for is not here: it may have been removed, or you may not see it.' }
  return { ...general.fault }
}

export function detailIn(problem: Problem, language: Language): string {
  return language === 'zh' ? problem.detail : problem.detailEn
}
