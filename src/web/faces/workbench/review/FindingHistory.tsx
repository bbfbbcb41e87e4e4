import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { contract } from '../../../../engines/documents/contract.ts'
import { type Finding, type FindingEvent } from '../../../../engines/documents/domain/finding.ts'
import { type Label } from '../../../../kernel/label.ts'
import { call } from '../../../client.ts'
import { instantText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { useReview } from './review-context.ts'
import { fieldLabels } from './review-words.ts'
import style from './findings.module.css'

/** How a finding was decided, step by step; asked for when somebody wants to know. */
export function FindingHistory({ finding }: { readonly finding: Finding }) {
  const { language, t } = useLanguage()
  const { paper } = useReview()
  const [open, setOpen] = useState(false)
  const asked = useQuery({ queryKey: ['finding-history', finding.id, finding.version], queryFn: ({ signal }) => call(contract.finding, { params: { id: paper.id, finding: finding.id }, signal }), enabled: open })
  return (
    <div>
      <Button type="link" size="small" className={style['unfold'] ?? ''} aria-expanded={open} onClick={() => setOpen(!open)}>{t(open ? { zh: '收起经过', en: 'Hide the history' } : { zh: '核对经过', en: 'How it was decided' })}</Button>
      {open && asked.isPending && <Loading lines={1} />}
      {open && asked.isError && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {open && asked.data && (
        <ol className={style['steps']}>
          {asked.data.history.map(step => <li key={step.seq}>{instantText(step.at, language)} · {step.by} · {t(stepText(step.event))}</li>)}
        </ol>
      )}
    </div>
  )
}

function stepText(event: FindingEvent): Label {
  switch (event.kind) {
    case 'read': return event.value ? { zh: '读出', en: 'read' } : { zh: '重读后未再读出', en: 'no longer found when read again' }
    case 'accepted': return { one: { zh: '采纳', en: 'accepted' }, certain: { zh: '随全部确定项采纳', en: 'accepted with all certain ones' }, paper: { zh: '随文件采纳', en: 'accepted with the paper' } }[event.with]
    case 'corrected': {
      const fields = Object.keys(event.after).map(field => fieldLabels[field] ?? { zh: field, en: field })
      return { zh: `更正${fields.map(f => f.zh).join('、')}`, en: `corrected: ${fields.map(f => f.en).join(', ')}` }
    }
    case 'rejected': return { zh: `剔除${event.reason ? `：${event.reason}` : ''}`, en: `rejected${event.reason ? `: ${event.reason}` : ''}` }
    case 'reopened': return { zh: '重开', en: 'reopened' }
    case 'matched': return event.choice === null ? { zh: '取消选定的指标', en: 'choice of indicator cleared' } : event.choice.kind === 'fact-only' ? { zh: '选定为仅留作事实', en: 'kept as a fact only' } : { zh: `选定指标：${event.choice.name}`, en: `indicator chosen: ${event.choice.name}` }
    case 'undone': return { zh: '撤销上一步', en: 'last step taken back' }
  }
}
