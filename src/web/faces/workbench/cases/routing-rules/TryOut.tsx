import { useMutation } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { type RefObject, useId } from 'react'
import { rulesContract, type RuleTrial } from '../../../../../engines/cases/routing/rules-contract.ts'
import { type CaseType } from '../../../../../engines/cases/schema.ts'
import { call } from '../../../../client.ts'
import { dayText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { CategoryPath } from '../../../../parts/cases/CategoryPath.tsx'
import { CategorySelect } from '../../../../parts/cases/CategorySelect.tsx'
import { UnitSelect } from '../../../../parts/org/UnitSelect.tsx'
import { today } from '../../../../today.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Failure } from '../../../../ui/Failure.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { scopeText, verdictWords } from './rule-words.ts'
import style from './rules.module.css'

const blank = { type: '', words: '', category: '', unit: '', address: '', on: '' }

type TryOutProps = { readonly part: RefObject<HTMLElement | null>; readonly types: readonly CaseType[]; /** The type to begin with. */ readonly first: string; readonly onOpen: (rule: string) => void }

/** Where would this case go, and by which rule? Nothing is opened by it. */
export function TryOut({ part, types, first, onOpen }: TryOutProps) {
  const { t } = useLanguage()
  const name = useId()
  const { fields, set } = useDraft('routing-try', blank)
  const type = types.find(one => one.key === (fields.type || first))
  const trial = useMutation({ mutationFn: () => call(rulesContract.tryRules, { body: { type: type?.key ?? '', words: fields.words.trim(), ...(fields.category !== '' && { category: fields.category }), place: { unit: fields.unit || null, address: fields.address.trim() || null, point: null }, ...(fields.on !== '' && { on: fields.on }) } }) })
  const ready = type !== undefined && (fields.words.trim() !== '' || fields.category !== '')
  const run = () => { if (ready) trial.mutate() }
  return (
    <section ref={part} aria-labelledby={name} className="unprinted">
      <Panel title={t({ zh: '试算：这样的工单会派给谁', en: 'Try out: where would a case like this go' })}>
        <span id={name} className="unseen">{t({ zh: '试算', en: 'Try out' })}</span>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys bubble up from the fields within */}
        <form className={style['form']} aria-labelledby={name} onSubmit={event => { event.preventDefault(); run() }} onKeyDown={event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) { event.preventDefault(); run() } }}>
          <Field label={{ zh: '反映的内容', en: 'What is said' }}>{tied => <Input.TextArea {...tied} rows={2} maxLength={2000} value={fields.words} onChange={event => set({ words: event.target.value })} />}</Field>
          <div className={style['two']}>
            <Field label={{ zh: '事项类型', en: 'Type' }}>{({ status, ...tied }) => <Select<string> {...tied} status={status} value={type?.key ?? null} onChange={key => set({ type: key, category: '' })} options={types.map(one => ({ value: one.key, label: t(one.name) }))} />}</Field>
            <Field label={{ zh: '类别（不选则按内容判断）', en: 'Category (none: by the words)' }}>{({ status: _status, ...tied }) => <CategorySelect {...tied} branches categories={type?.categories ?? []} value={fields.category} onChange={category => set({ category })} />}</Field>
            <Field label={{ zh: '所在街道、社区或网格', en: 'Street, community or grid' }}>{({ status: _status, ...tied }) => <UnitSelect {...tied} value={fields.unit === '' ? [] : [fields.unit]} onChange={units => set({ unit: units[0] ?? '' })} />}</Field>
            <Field label={{ zh: '地址', en: 'Address' }} hint={{ zh: '写明社区或街道名称即可定位', en: 'The name of a community or street in it tells the place' }}>{tied => <Input {...tied} maxLength={200} autoComplete="off" value={fields.address} onChange={event => set({ address: event.target.value })} />}</Field>
            <Field label={{ zh: '在哪一天', en: 'On which day' }}>{({ status, ...tied }) => <Input {...tied} status={status} type="date" min="2000-01-01" max="2100-12-31" value={fields.on || today()} onChange={event => set({ on: event.target.value })} />}</Field>
          </div>
          <p className={style['acts']}><Button htmlType="submit" loading={trial.isPending} disabled={!ready}>{t({ zh: '试算', en: 'Try it' })} <kbd aria-hidden="true">Ctrl ↵</kbd></Button></p>
        </form>
        {trial.error && <Failure error={trial.error} />}
        <div role="status">{trial.data && <Outcome trial={trial.data} onOpen={onOpen} />}</div>
      </Panel>
    </section>
  )
}

const foundBy = { point: { zh: '按地图位置', en: 'by the point' }, address: { zh: '按地址', en: 'by the address' }, words: { zh: '按内容', en: 'by the words' }, given: { zh: '按所选', en: 'as chosen' }, nothing: { zh: '未能确定', en: 'not known' } } as const

function Outcome({ trial: { units, why, category, place, on, tried }, onOpen }: { readonly trial: RuleTrial; readonly onOpen: (rule: string) => void }) {
  const { language, t } = useLanguage()
  return (
    <div className={style['found']}>
      <p><b lang="zh-CN">{units.length > 0 ? t({ zh: '会派给：{units}', en: 'It would go to: {units}' }, { units: units.map(unit => unit.name).join('、') }) : t({ zh: '不能确定单位', en: 'No unit can be told' })}</b>（{t(why)}）{units.length > 1 && t({ zh: '，其中在办最少的先派', en: ', to whichever has least in hand' })}</p>
      <p className={style['aside']}>
        {dayText(on, language)} · {t({ zh: '地点：', en: 'Place: ' })}<span lang="zh-CN">{place.unit?.name ?? '—'}</span>（{t(foundBy[place.by])}）
        {category && <> · {t({ zh: '类别：', en: 'Category: ' })}<CategoryPath path={category.names} />（{category.given ? t({ zh: '所选', en: 'as chosen' }) : [t(category.sure ? { zh: '按内容判断', en: 'by the words' } : { zh: '按内容拿不准', en: 'by the words, not sure' }), ...category.because.length > 0 ? [t({ zh: '因为写到{words}', en: 'because of {words}' }, { words: category.because.join('、') })] : []].join('，')}）</>}
      </p>
      {tried.length > 0 && (
        <section aria-label={t({ zh: '逐条比对', en: 'Rule by rule' })}>
          <ol className={style['list']}>
            {tried.map(({ rule, verdict }) => (
              <li key={rule.id} className={verdict === 'applies' ? style['applies'] : undefined}>
                <span className={style['verdict']}>{t(verdictWords[verdict])}</span>
                <Button type="link" size="small" onClick={() => onOpen(rule.id)}><span lang="zh-CN">{scopeText(rule, t)} → {rule.unit.name}</span></Button>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}
