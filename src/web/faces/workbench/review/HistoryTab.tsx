import { Button } from 'antd'
import { contract } from '../../../../engines/documents/contract.ts'
import { type Label } from '../../../../kernel/label.ts'
import { call } from '../../../client.ts'
import { instantText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { reachable } from '../parts/reachable.ts'
import { usePages } from '../parts/use-pages.ts'
import { useReview } from './review-context.ts'
import style from './side.module.css'

const acts: Readonly<Record<string, Label>> = {
  imported: { zh: '导入，读出{n}条', en: 'Imported: {n} findings' },
  mended: { zh: '改表头，随之改变{n}条', en: 'Front matter changed: {n} findings with it' },
  decided: { zh: '核对{n}条', en: 'Decided {n}' },
  'accepted-certain': { zh: '采纳全部确定项，{n}条', en: 'All certain ones accepted: {n}' },
  undone: { zh: '撤销{n}条', en: 'Took back {n}' },
  matched: { zh: '选定指标，{n}条', en: 'Chose the indicator of {n}' },
  accepted: { zh: '采纳文件入账', en: 'Accepted the paper into the ledger' },
  retracted: { zh: '撤回文件', en: 'Retracted the paper' },
}

/** What was done to the paper, newest first. */
export function HistoryTab() {
  const { language, t } = useLanguage()
  const { paper } = useReview()
  const history = usePages(['paper-history', paper.id, paper.progress], ({ after, signal }) => call(contract.history, { params: { id: paper.id }, query: { ...(after && { after }) }, signal }))
  if (history.isPending) return <Loading />
  if (history.error) return <Failure error={history.error} retry={history.retry} />
  return (
    <div className={style['scroll']} {...reachable}>
      <ol className={style['history']}>
        {history.rows.map(act => (
          <li key={act.id}>
            <span className={act.undone ? style['undone'] : undefined}>{t(acts[act.act] ?? { zh: act.act, en: act.act }, { n: act.count })}</span>
            {act.undone && <span> {t({ zh: '（已撤销）', en: '(taken back)' })}</span>}
            {act.reason && <span>{t({ zh: '：', en: ': ' })}{act.reason}</span>}
            <small>{act.by} · {instantText(act.at, language)}</small>
          </li>
        ))}
      </ol>
      {history.more.total > history.rows.length && <Button loading={history.more.loading} onClick={history.more.load}>{t({ zh: '再显示一些', en: 'Show more' })}</Button>}
    </div>
  )
}
