import { Button } from 'antd'
import { Link } from 'react-router'
import { type DoubtRow } from '../../../../engines/documents/doubt-contract.ts'
import { useLanguage } from '../../../language.tsx'
import { openedBy } from '../../../opened.ts'
import { DoubtSign } from '../../../parts/doubts/DoubtSign.tsx'
import { useLastCheck, usePaperDoubts } from '../../../parts/doubts/doubt-queries.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { reachable } from '../parts/reachable.ts'
import { useReview } from './review-context.ts'
import style from './side.module.css'

/** What in this paper does not go together with itself, with other papers or with the ledger. */
export function DoubtsTab() {
  const { t } = useLanguage()
  const { paper } = useReview()
  const last = useLastCheck()
  const asked = usePaperDoubts(paper.id, last.data?.at ?? null)
  if (asked.isPending) return <Loading lines={5} />
  if (asked.isError) return <Failure error={asked.error} retry={() => void asked.refetch()} />
  const { items } = asked.data
  return (
    <div className={style['scroll']} {...reachable}>
      <p className={style['intro']}>{t({ zh: '与本文件其他地方、本区其他文件和台账比对的结果。', en: 'This paper held against itself, the district’s other papers and the ledger.' })}{last.data?.stale && t({ zh: '有新内容，一分钟内自动再查。', en: ' Something was entered since; it is checked again within a minute.' })}</p>
      {items.length === 0
        ? <Empty title={{ zh: '没有发现疑点', en: 'No doubts were found' }} next={{ zh: '更正或导入新文件后会再次比对。', en: 'It is compared again after a correction or a new paper.' }} />
        : <ul className={style['doubts']}>{items.map(doubt => <Item key={doubt.id} doubt={doubt} />)}</ul>}
    </div>
  )
}

function Item({ doubt }: { readonly doubt: DoubtRow }) {
  const { t } = useLanguage()
  const { paper, lookAt } = useReview()
  return (
    <li>
      <p><DoubtSign severity={doubt.severity} state={doubt.state} /> <b lang="zh-CN">{doubt.name}</b></p>
      <p>{t(doubt.words)}</p>
      <p className={style['acts']}>
        {doubt.sides.map(({ key, part, source }) => (source.kind === 'document' && source.document === paper.id
          ? <Button key={key} type="link" size="small" onClick={() => lookAt({ start: source.start, end: source.end })}>{t({ zh: '看原文：{part}', en: 'Show the words: {part}' }, { part: t(part) })}</Button>
          : null))}
        <Link to={`/doubts?doubt=${doubt.id}`} state={openedBy('doubt')}>{t({ zh: '并排查看、销号', en: 'Side by side, settle' })}</Link>
      </p>
    </li>
  )
}
