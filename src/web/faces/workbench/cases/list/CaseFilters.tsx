import { Button, Select, TreeSelect } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { channelWords, stateWords } from '../../../../../engines/cases/domain/words.ts'
import { type CaseType, type Category } from '../../../../../engines/cases/schema.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { useLanguage } from '../../../../language.tsx'
import { useSession } from '../../../../session.tsx'
import { UnitSelect } from '../../../../parts/org/UnitSelect.tsx'
import { DayFilter } from '../../parts/DayFilter.tsx'
import { FilterSelect } from '../../../../ui/FilterSelect.tsx'
import { type Filter } from './case-filter.ts'
import { CaseSearch } from './CaseSearch.tsx'
import { GivenConditions } from './GivenConditions.tsx'
import style from './list.module.css'

type CaseFiltersProps = { readonly filter: Filter; readonly types: readonly CaseType[]; readonly searchId: string; readonly phone: string; readonly onPhone: (phone: string) => void }

const rare = ['urgency', 'place', 'within', 'placeless', 'lead', 'co', 'undispatched', 'handler', 'channel', 'climbed', 'step', 'joint', 'asked', 'openedFrom', 'openedTo'] as const
const yes: Label = { zh: '是', en: 'Yes' }
const no: Label = { zh: '否', en: 'No' }

/** Which cases to show; all of it stands in the address but a telephone. What is asked for less often lies behind a button. */
export function CaseFilters({ filter, types, searchId, phone, onPhone }: CaseFiltersProps) {
  const { t } = useLanguage()
  const { me, may } = useSession()
  const [search, setSearch] = useSearchParams()
  const used = rare.filter(name => filter[name] !== undefined).length
  const [more, setMore] = useState(used > 0)
  const set = (changes: Readonly<Record<string, string>>) => {
    const after = new URLSearchParams(search)
    for (const [name, text] of Object.entries(changes)) {
      if (text === '') after.delete(name)
      else after.set(name, text)
    }
    // An address without anything is the beginning, not the whole list.
    if (after.size === 0) after.set('order', 'newest')
    setSearch(after, { replace: true, preventScrollReset: true })
  }
  const listOf = (name: string) => (filter[name] ?? '').split(',').filter(value => value !== '')
  const urgencies = new Map(types.filter(type => filter['type'] === undefined || type.key === filter['type']).flatMap(type => type.urgencies.map(urgency => [urgency.key, t(urgency.name)] as const)))
  const shown = types.filter(type => filter['type'] === undefined || type.key === filter['type'])
  const either = [{ value: 'true', label: t(yes) }, { value: 'false', label: t(no) }]
  return (
    <>
      <CaseSearch id={searchId} phone={phone} onPhone={onPhone} />
      <Select<string[]> mode="multiple" allowClear showSearch={false} maxTagCount="responsive" className={style['states'] ?? ''} aria-label={t({ zh: '状态', en: 'State' })} placeholder={t({ zh: '全部状态', en: 'Any state' })} value={listOf('state')} onChange={states => set({ state: states.join(','), open: '' })} options={Object.entries(stateWords).map(([value, label]) => ({ value, label: t(label) }))} popupMatchSelectWidth={false} />
      {types.length > 1 && <Select<string> aria-label={t({ zh: '事项类型', en: 'Type' })} value={filter['type'] ?? ''} onChange={type => set({ type, category: '', urgency: '' })} popupMatchSelectWidth={false} options={[{ value: '', label: t({ zh: '全部类型', en: 'Any type' }) }, ...types.map(type => ({ value: type.key, label: t(type.name) }))]} />}
      <TreeSelect<string | null>
        className={style['category'] ?? ''}
        aria-label={t({ zh: '类别', en: 'Category' })}
        placeholder={t({ zh: '全部类别', en: 'Any category' })}
        allowClear
        showSearch={{ treeNodeFilterProp: 'title' }}
        popupMatchSelectWidth={360}
        value={filter['category'] === undefined || filter['type'] === undefined ? null : `${filter['type']}/${filter['category']}`}
        onChange={(value: string | null | undefined) => {
          const [type = '', category = ''] = (value ?? '').split('/')
          set(value ? { type, category } : { category: '' })
        }}
        treeData={shown.map(type => ({ value: type.key, title: t(type.name), selectable: false, children: branches(type.key, type.categories, t) }))}
        {...(shown.length === 1 && shown[0] && { treeDefaultExpandedKeys: [shown[0].key] })}
      />
      <Select<string> aria-label={t({ zh: '期限', en: 'Deadline' })} value={dueNow(filter)} onChange={value => { const [name = '', text = ''] = value.split('='); set({ late: '', soon: '', dueIn: '', ...(name !== '' && { [name]: text }) }) }} popupMatchSelectWidth={false} options={dueChoices(filter).map(({ value, label }) => ({ value, label: t(label) }))} />
      <FilterSelect name="open" label={{ zh: '是否办结', en: 'Open or ended' }} all={{ zh: '未办结和已办结', en: 'Open and ended' }} width={150} options={[{ value: 'true', label: t({ zh: '未办结', en: 'Open' }) }, { value: 'false', label: t({ zh: '已办结', en: 'Ended' }) }]} />
      <Select<string> aria-label={t({ zh: '次序', en: 'Order' })} value={filter['order'] ?? 'newest'} onChange={order => set({ order })} options={[{ value: 'newest', label: t({ zh: '最新在前', en: 'Newest first' }) }, { value: 'due', label: t({ zh: '先到期在前', en: 'Due first' }) }]} popupMatchSelectWidth={false} />
      <Button aria-expanded={more} onClick={() => setMore(!more)}>{t({ zh: '更多条件', en: 'More filters' })}{used > 0 && `（${used}）`}</Button>
      <GivenConditions filter={filter} except={more ? rare : []} onDrop={names => set(Object.fromEntries(names.map(name => [name, ''])))} />
      {more && (
        <div className={style['more']}>
          <FilterSelect name="urgency" label={{ zh: '紧急程度', en: 'Urgency' }} all={{ zh: '全部紧急程度', en: 'Any urgency' }} width={150} options={[...urgencies].map(([value, label]) => ({ value, label }))} />
          <Units label={{ zh: '主办单位', en: 'Lead unit' }} ids={listOf('lead')} onChange={ids => set({ lead: ids.join(',') })} />
          <Units label={{ zh: '协办单位', en: 'Co-unit' }} ids={listOf('co')} onChange={ids => set({ co: ids.join(',') })} />
          <Units label={{ zh: '地点', en: 'Place' }} ids={listOf('place')} onChange={ids => set({ place: ids.join(',') })} />
          <label className={style['units']}><span>{t({ zh: '地点在（含下级）', en: 'Within (all below)' })}</span><UnitSelect aria-label={t({ zh: '地点在（含下级）', en: 'Within (all below)' })} value={listOf('within')} onChange={([id = '']) => set({ within: id })} /></label>
          <FilterSelect name="placeless" label={{ zh: '有无地点', en: 'With a place or not' }} all={{ zh: '有无地点不限', en: 'With a place or not' }} width={140} options={[{ value: 'true', label: t({ zh: '未标明地点', en: 'No place given' }) }, { value: 'false', label: t({ zh: '已标明地点', en: 'With a place' }) }]} />
          <FilterSelect name="undispatched" label={{ zh: '是否派遣', en: 'Dispatched or not' }} all={{ zh: '是否派遣不限', en: 'Dispatched or not' }} width={140} options={[{ value: 'true', label: t({ zh: '尚未派遣', en: 'Not dispatched' }) }, { value: 'false', label: t({ zh: '已派遣', en: 'Dispatched' }) }]} />
          {(may('case.handle') || filter['handler'] !== undefined) && <FilterSelect name="handler" label={{ zh: '经办人', en: 'Handler' }} all={{ zh: '经办人不限', en: 'Any handler' }} width={130} options={[{ value: me.person, label: t({ zh: '由我经办', en: 'Mine' }) }, ...(filter['handler'] !== undefined && filter['handler'] !== me.person ? [{ value: filter['handler'], label: t({ zh: '指定了经办人', en: 'With one handler' }) }] : [])]} />}
          <FilterSelect name="channel" label={{ zh: '来源', en: 'How it came' }} all={{ zh: '全部来源', en: 'However it came' }} width={140} options={Object.entries(channelWords).map(([value, label]) => ({ value, label: t(label) }))} />
          <Select<string> aria-label={t({ zh: '升级', en: 'Climbed' })} value={filter['step'] === '0' ? 'climbed=false' : filter['step'] !== undefined ? `step=${filter['step']}` : filter['climbed'] !== undefined ? `climbed=${filter['climbed']}` : ''} onChange={value => { const [name = '', text = ''] = value.split('='); set({ climbed: '', step: '', ...(name !== '' && { [name]: text }) }) }} popupMatchSelectWidth={false} options={climbs.map(({ value, label }) => ({ value, label: t(label) }))} />
          <FilterSelect name="joint" label={{ zh: '联合督办', en: 'Joint supervision' }} all={{ zh: '联合督办不限', en: 'Jointly supervised or not' }} width={160} options={either} />
          <FilterSelect name="asked" label={{ zh: '待审批', en: 'Waits for approval' }} all={{ zh: '审批不限', en: 'Asked or not' }} width={140} options={[{ value: 'any', label: t({ zh: '待审批', en: 'Waits for approval' }) }, { value: 'extension', label: t({ zh: '申请延期', en: 'More time asked' }) }, { value: 'suspension', label: t({ zh: '申请挂起', en: 'Suspension asked' }) }]} />
          <DayFilter name="openedFrom" label={{ zh: '登记自', en: 'Opened from' }} />
          <DayFilter name="openedTo" label={{ zh: '至', en: 'to' }} />
        </div>
      )}
    </>
  )
}

function Units({ label, ids, onChange }: { readonly label: Label; readonly ids: readonly string[]; readonly onChange: (ids: readonly string[]) => void }) {
  const { t } = useLanguage()
  return <label className={style['units']}><span>{t(label)}</span><UnitSelect several aria-label={t(label)} value={ids} onChange={onChange} /></label>
}

const dues: readonly { readonly value: string; readonly label: Label }[] = [
  { value: '', label: { zh: '期限不限', en: 'Any deadline' } }, { value: 'late=true', label: { zh: '已超时', en: 'Late' } }, { value: 'late=false', label: { zh: '未超时', en: 'Not late' } }, { value: 'soon=true', label: { zh: '下一工作日前到期', en: 'Due by the next working day' } },
  ...[2, 8, 24, 72].map(n => ({ value: `dueIn=${n}`, label: { zh: `${n}小时内到期`, en: `Due within ${n} hours` } })),
]
const climbs: readonly { readonly value: string; readonly label: Label }[] = [
  { value: '', label: { zh: '是否升级不限', en: 'Climbed or not' } }, { value: 'climbed=true', label: { zh: '已升级', en: 'Climbed' } }, { value: 'climbed=false', label: { zh: '未升级', en: 'Not climbed' } },
  ...[1, 2, 3].map(n => ({ value: `step=${n}`, label: { zh: `升到第${n}级`, en: `At step ${n}` } })),
]

/** Which of the deadlines is asked for; the address may also ask for other hours than those offered. */
function dueNow(filter: Filter): string {
  const name = ['late', 'soon', 'dueIn'].find(one => filter[one] !== undefined)
  return name === undefined ? '' : `${name}=${filter[name]}`
}

function dueChoices(filter: Filter): typeof dues {
  const now = dueNow(filter), n = filter['dueIn']
  return n === undefined || dues.some(one => one.value === now) ? dues : [...dues, { value: now, label: { zh: `${n}小时内到期`, en: `Due within ${n} hours` } }]
}

type Node = { readonly value: string; readonly title: string; readonly children?: Node[] }

function branches(type: string, categories: readonly Category[], t: (label: Label) => string): Node[] {
  return categories.map(({ key, name, below }) => ({ value: `${type}/${key}`, title: t(name), ...(below && { children: branches(type, below, t) }) }))
}
