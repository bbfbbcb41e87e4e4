import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { contract } from '../../../../engines/documents/contract.ts'
import { type ThreadPage } from '../../../../engines/documents/domain/threads/contract.ts'
import { type Saying } from '../../../../engines/documents/domain/threads/saying.ts'
import { memberKey } from '../../../../engines/documents/domain/threads/thread.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import style from './line.module.css'
import { useThreadChange } from './use-threads.ts'

const kinds = { target: { zh: '目标', en: 'Target' }, commitment: { zh: '承诺事项', en: 'Commitment' }, mention: { zh: '文件提及', en: 'Mention' } } as const

/** What the thread is made of. What turns out to be another thing is taken out, with the reason. */
export function MembersPanel({ page, edits }: { readonly page: ThreadPage; readonly edits: boolean }) {
  const { t } = useLanguage()
  const changed = useThreadChange()
  const [leaving, setLeaving] = useState<Saying | null>(null)
  const members = [...Map.groupBy(page.sayings, s => memberKey(s.member)).values()].flatMap(said => said.findLast(s => s.role === 'promise') ?? said.at(-1) ?? [])
  const unlink = async (reason: string) => {
    if (!leaving) return
    await call(contract.unlinkMembers, { params: { id: page.id }, body: { version: page.version, members: [leaving.member], reason, ...(leaving.name.trim().length >= 2 && { apart: leaving.name.slice(0, 120) }) } })
    await changed()
  }
  return (
    <Panel title={t({ zh: '由哪些内容连成（{n}项）', en: 'What it is made of ({n})' }, { n: members.length })}>
      <ul className={style['members']}>
        {members.map(saying => (
          <li key={memberKey(saying.member)}>
            <span lang="zh-CN"><Named saying={saying} /> <small>{saying.words}</small></span>
            {edits && members.length > 1 && <Button size="small" className="unprinted" aria-label={t({ zh: '移出{year}年的{name}', en: 'Take out {name} of {year}' }, { year: saying.year, name: saying.name })} onClick={() => setLeaving(saying)}>{t({ zh: '移出', en: 'Take out' })}</Button>}
            <small>{saying.year} · {t(kinds[saying.member.kind])}</small>
          </li>
        ))}
      </ul>
      <ConfirmWithReason
        open={leaving !== null}
        title={{ zh: '移出脉络', en: 'Take out of the thread' }}
        consequence={leaving && <p>{t({ zh: '“{name}”（{year}年）将单独成为一条脉络，以后不再提示与本脉络相连。台账中的内容不变。', en: '“{name}” ({year}) becomes a thread of its own and is not suggested for this one again. Nothing changes in the ledger.' }, { name: leaving.name, year: leaving.year })}</p>}
        act={{ zh: '移出', en: 'Take out' }}
        onConfirm={unlink}
        onClose={() => setLeaving(null)}
      />
    </Panel>
  )
}

/** The name, as a link to where the thing stands in the ledger. */
function Named({ saying }: { readonly saying: Saying }) {
  if (saying.indicator) return <Link to={`/register/${saying.indicator.code}?year=${saying.year}`}>{saying.name}</Link>
  return saying.member.kind === 'commitment' ? <Link to={`/plan/${saying.year}?item=${saying.member.id}`}>{saying.name}</Link> : saying.name
}
