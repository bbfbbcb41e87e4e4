import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { contract } from '../../../../server/audit/contract.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { breaches } from './audit-words.ts'
import style from './audit.module.css'

/** Walks the whole chain from its beginning and says whether it holds, or names the first entry that does not. */
export function VerifyChain() {
  const { t } = useLanguage()
  const verify = useMutation({ mutationFn: () => call(contract.verify, { body: {} }) })
  const found = verify.data
  return (
    <div className={style['verify']}>
      <Button loading={verify.isPending} onClick={() => verify.mutate()}>{t({ zh: '核验审计链', en: 'Verify the chain' })}</Button>
      <p>{t({ zh: '从第一条起逐条核对散列值；任何改动、删除或插入都会被指出。', en: 'Checks the hash of every entry from the first one on; whatever was changed, removed or put in is named.' })}</p>
      <output className={style['result']} aria-live="polite">
        {found && (found.breach
          ? <b className={style['broken']}>{t({ zh: '链在第{seq}条断开：{what}。请立即报告安全管理员，并保留现场。', en: 'The chain breaks at entry {seq}: {what}. Tell the security administrator at once and change nothing.' }, { seq: found.breach.seq, what: t(breaches[found.breach.what]) })}{found.breach.entry && <small>{found.breach.entry}</small>}</b>
          : <><b>{t({ zh: '完好：已核对{entries}条', en: 'Whole: {entries} entries checked' }, { entries: found.entries })}</b>{found.open > 0 && t({ zh: '，另有{n}条刚写入，尚未封链', en: '; {n} just written are not in the chain yet' }, { n: found.open })}{found.head && <small>{t({ zh: '链首散列 {hash}', en: 'Head {hash}' }, { hash: found.head })}</small>}</>)}
      </output>
      {verify.isError && <Failure error={verify.error} />}
    </div>
  )
}
