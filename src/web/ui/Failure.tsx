import { Button } from 'antd'
import { type Label } from '../../kernel/label.ts'
import { useLanguage } from '../language.tsx'
import { Problem } from '../problem.ts'
import { NoPermission } from './NoPermission.tsx'
import { Notice } from './Notice.tsx'

type FailureProps = {
  readonly error: unknown
  /** What was kept of the person's work, where there was some. */
  readonly kept?: Label
  readonly retry?: () => void
  readonly size?: 'page' | 'part'
}

const titles = {
  conflict: { zh: '他人已先行修改', en: 'Somebody saved before you' },
  missing: { zh: '没有找到', en: 'Not found' },
  input: { zh: '内容需要修改', en: 'Something needs to be changed' },
  refused: { zh: '未能办理', en: 'This was not done' },
  away: { zh: '连接不上服务器', en: 'The server cannot be reached' },
  fault: { zh: '系统出错', en: 'Something went wrong' },
} as const satisfies Record<string, Label>

function titleOf(status: number): Label {
  if (status === 0) return titles.away
  if (status === 409) return titles.conflict
  if (status === 404) return titles.missing
  if (status === 400) return titles.input
  return status < 500 ? titles.refused : titles.fault
}

/** What happened, what was kept, what to do, and a number to quote. */
export function Failure({ error, kept, retry, size = 'part' }: FailureProps) {
  const { t } = useLanguage()
  const problem = error instanceof Problem ? error : new Problem({ kind: 'page-fault', status: 500, cause: error, said: { zh: '本页显示时出错，已有数据不受影响。请刷新页面；如仍出错，请告知管理员。', en: 'This page failed to show itself. No data was touched. Reload; if it fails again, tell the administrator.' } })
  if (problem.status === 403) return <NoPermission said={problem.said} size={size} />
  const conflict = problem.status === 409
  // What is wrong stands in the address, which nobody typed into a field.
  const astray = problem.faults.length > 0 && problem.faults.every(fault => fault.at.startsWith('params.'))
  return (
    <Notice
      role="alert"
      size={size}
      title={t(astray ? titles.missing : titleOf(problem.status))}
      actions={retry && <Button onClick={retry}>{t(conflict ? { zh: '刷新后核对', en: 'Reload and compare' } : { zh: '重试', en: 'Try again' })}</Button>}
    >
      <p>{t(astray ? { zh: '地址不完整或写错了，没有这样的内容。请从清单中打开。', en: 'The address is incomplete or wrong: there is nothing at it. Open it from its list.' } : problem.said)}</p>
      {!astray && problem.faults.length > 0 && <ul>{problem.faults.map(fault => <li key={fault.at}><b>{fault.at}</b> {t(fault.said)}</li>)}</ul>}
      {kept && <p>{t(kept)}</p>}
      {problem.number && <p>{t({ zh: '编号：', en: 'Number to quote: ' })}<b>{problem.number}</b></p>}
    </Notice>
  )
}
