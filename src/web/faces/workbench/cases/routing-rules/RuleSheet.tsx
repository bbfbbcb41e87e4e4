import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { rulesContract, type RuleView } from '../../../../../engines/cases/routing/rules-contract.ts'
import { type CaseType } from '../../../../../engines/cases/schema.ts'
import { call } from '../../../../client.ts'
import { instantText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import parts from '../../../../parts/cases/cases.module.css'
import { useSession } from '../../../../session.tsx'
import { today } from '../../../../today.ts'
import { Failure } from '../../../../ui/Failure.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { EndForm } from './EndForm.tsx'
import { RuleForm } from './RuleForm.tsx'
import { scopeText, spanText } from './rule-words.ts'
import style from './rules.module.css'

type RuleSheetProps = { readonly id: string; readonly types: readonly CaseType[]; readonly onOpen: (id: string) => void; readonly onClose: () => void }

/** A rule with who set it and why, what it took the place of and what took its own; those who may change or end it here. */
export function RuleSheet({ id, types, onOpen, onClose }: RuleSheetProps) {
  const { language, t } = useLanguage()
  const mayKeep = useSession().may('case.route')
  const [doing, setDoing] = useState<'change' | 'end' | null>(null)
  const found = useQuery({ queryKey: ['routing-rules', 'one', id], queryFn: ({ signal }) => call(rulesContract.rule, { params: { id }, signal }) })
  const { rule, before = [], after = [] } = found.data ?? {}
  const chain = rule && before.length + after.length > 0 ? [...after.toReversed(), rule, ...before] : []
  const isOver = rule !== undefined && rule.until !== null && (rule.until <= today() || rule.until <= rule.from)
  const fact = (name: string, text: string, own = false) => <div><dt>{name}</dt><dd {...(own && { lang: 'zh-CN' })}>{text}</dd></div>
  return (
    <Drawer open title={t({ zh: '派遣规则', en: 'Routing rule' })} onClose={onClose} size="min(560px, 100vw)">
      {found.isPending && <Loading lines={6} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {rule && (
        <div className={style['sheet']}>
          <dl className={parts['facts']}>
            {fact(t({ zh: '适用', en: 'For' }), scopeText(rule, t), true)}
            {fact(t({ zh: '派给', en: 'Goes to' }), rule.unit.name, true)}
            {fact(t({ zh: '起止', en: 'Holds' }), spanText(rule, language, t))}
            {fact(t({ zh: '设定', en: 'Set' }), `${rule.by} · ${instantText(rule.at, language)}`, true)}
            {fact(t({ zh: '理由', en: 'Why' }), rule.reason, true)}
            {rule.ended && fact(t({ zh: '终止', en: 'Ended' }), [rule.ended.by, rule.ended.at && instantText(rule.ended.at, language), rule.ended.reason].filter(Boolean).join(' · '), true)}
          </dl>
          {mayKeep && !isOver && (
            <p className={style['acts']}>
              <Button onClick={() => setDoing('change')}>{t({ zh: '变更', en: 'Change' })}</Button>
              <Button onClick={() => setDoing('end')}>{t({ zh: '终止', en: 'End' })}</Button>
            </p>
          )}
          <section aria-label={t({ zh: '沿革', en: 'History' })}>
            <b>{t({ zh: '沿革', en: 'History' })}</b>
            {chain.length === 0 && <p className={style['aside']}>{t({ zh: '设定以来没有变更。', en: 'It was not changed since it was set.' })}</p>}
            <ul className={style['list']}>{chain.map(one => <Past key={one.id} rule={one} here={one.id === id} onOpen={onOpen} />)}</ul>
          </section>
          {doing === 'change' && <RuleForm rule={rule} types={types} onClose={() => setDoing(null)} />}
          {doing === 'end' && <EndForm rule={rule} onClose={() => setDoing(null)} />}
        </div>
      )}
    </Drawer>
  )
}

/** One rule of the history; the one that lies open says so. */
function Past({ rule, here, onOpen }: { readonly rule: RuleView; readonly here: boolean; readonly onOpen: (id: string) => void }) {
  const { language, t } = useLanguage()
  return (
    <li>
      <p>{spanText(rule, language, t)} → <b lang="zh-CN">{rule.unit.name}</b> {here ? <span className={style['aside']}>{t({ zh: '（本条）', en: '(this one)' })}</span> : <Button type="link" size="small" onClick={() => onOpen(rule.id)}>{t({ zh: '打开', en: 'Open' })}<span className="unseen"> {rule.reason}</span></Button>}</p>
      <p className={style['aside']} lang="zh-CN">{scopeText(rule, t)} · {rule.by} · {rule.reason}</p>
    </li>
  )
}
