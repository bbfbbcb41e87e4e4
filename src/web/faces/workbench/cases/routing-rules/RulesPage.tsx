import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { rulesContract, type RuleView } from '../../../../../engines/cases/routing/rules-contract.ts'
import { call } from '../../../../client.ts'
import { instantText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { useOpened } from '../../../../opened.ts'
import { useSession } from '../../../../session.tsx'
import { type Shortcut, useShortcuts } from '../../../../shortcuts.tsx'
import { Breadcrumbs } from '../../../../ui/Breadcrumbs.tsx'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { FilterSelect } from '../../../../ui/FilterSelect.tsx'
import { useTypes } from '../list/use-cases.ts'
import { RuleForm } from './RuleForm.tsx'
import { RuleSheet } from './RuleSheet.tsx'
import { spanText } from './rule-words.ts'
import { TryOut } from './TryOut.tsx'

/** `/cases/routing-rules`: the district's own rules of who gets which cases, in the order in which they are tried; below, a case is tried out. */
export function RulesPage() {
  const { language, t } = useLanguage()
  const mayKeep = useSession().may('case.route')
  const [search] = useSearchParams()
  const [type, over] = [search.get('type') ?? '', search.get('over') === 'true']
  const { what: opened, open, close } = useOpened('rule')
  const types = useTypes()
  const found = useQuery({ queryKey: ['routing-rules', type, over], queryFn: ({ signal }) => call(rulesContract.rules, { query: { ...(type && { type }), ...(over && { over: 'true' as const }) }, signal }) })
  const all = types.data?.items ?? []
  const rows = found.data?.items ?? []
  const place = new Map(rows.map(row => [row.id, rows.filter(one => one.type.key === row.type.key).indexOf(row) + 1]))
  const tryOut = useRef<HTMLElement>(null)
  useShortcuts(useMemo((): Shortcut[] => [
    { key: 't', does: { zh: '试算一件', en: 'Try out a case' }, run: () => tryOut.current?.querySelector<HTMLElement>('textarea')?.focus() },
    ...(mayKeep ? [{ key: 'n', does: { zh: '新增规则', en: 'Add a rule' }, run: () => open('new') }] : []),
  ], [mayKeep, open]))

  const columns: readonly Column<RuleView>[] = [
    ...(over ? [] : [{ key: 'place', title: { zh: '次序', en: 'Tried' }, value: (row: RuleView) => place.get(row.id) ?? null, numeric: true, width: 60 }]),
    { key: 'type', title: { zh: '事项类型', en: 'Type' }, value: row => t(row.type.name), width: 120 },
    { key: 'category', title: { zh: '类别', en: 'Category' }, value: row => (row.category ? row.category.names.map(one => t(one)).join(' › ') : t({ zh: '全部类别', en: 'Every category' })), width: 170 },
    { key: 'area', title: { zh: '地点', en: 'Place' }, value: row => row.area?.name ?? t({ zh: '全区', en: 'Anywhere' }), render: row => (row.area ? <span lang="zh-CN">{row.area.name}</span> : t({ zh: '全区', en: 'Anywhere' })), width: 130 },
    { key: 'unit', title: { zh: '派给', en: 'Goes to' }, value: row => row.unit.name, render: row => <Button type="link" size="small" onClick={() => open(row.id)}><span lang="zh-CN">{row.unit.name}</span></Button>, width: 150 },
    { key: 'span', title: { zh: '起止', en: 'Holds' }, value: row => spanText(row, language, t), width: 150 },
    { key: 'reason', title: { zh: '理由', en: 'Why' }, value: row => row.ended?.reason ?? row.reason, render: row => <span lang="zh-CN">{over && row.ended ? row.ended.reason : row.reason}</span> },
    { key: 'by', title: { zh: '设定', en: 'Set' }, value: row => `${row.by} ${row.at}`, render: row => <span><span lang="zh-CN">{row.by}</span><br /><small>{instantText(row.at, language)}</small></span>, width: 150 },
  ]
  return (
    <Page
      title={t({ zh: '派遣规则', en: 'Routing rules' })}
      where={<Breadcrumbs sentence={{ zh: '{cases}派给谁', en: 'Who gets the {cases}' }} crumbs={{ cases: { text: { zh: '工单', en: 'cases' }, to: '/cases' } }} />}
      printable
      actions={mayKeep && <Button type="primary" onClick={() => open('new')}>{t({ zh: '新增规则', en: 'Add a rule' })}</Button>}
    >
      <p>{t({ zh: '每类事项自上而下逐条比对：类别越具体越先，类别相同的，地点越小越先。并列的规则由在办最少的单位办理。没有规则适用的，按类别的主管部门或属地办理。', en: 'Rules of a type are tried from the top: the narrower category first, then the smaller place. Where several are as narrow, the unit with the least in hand gets the case. Where none applies, the department of the category or the ground of the place has it.' })}</p>
      {(found.error ?? types.error) && <Failure error={found.error ?? types.error} retry={() => { void found.refetch(); void types.refetch() }} />}
      {found.isPending && <Loading lines={5} />}
      {found.data && (
        <DataTable
          name="routing-rules" caption={{ zh: '派遣规则', en: 'Routing rules' }} rows={rows} columns={columns} keyOf={row => row.id} onOpen={row => open(row.id)}
          tools={(
            <>
              <FilterSelect name="type" label={{ zh: '事项类型', en: 'Type' }} all={{ zh: '全部类型', en: 'Every type' }} options={all.map(one => ({ value: one.key, label: t(one.name) }))} />
              <FilterSelect name="over" label={{ zh: '现行或已终止', en: 'In force or ended' }} all={{ zh: '现行和将生效', en: 'In force or to come' }} options={[{ value: 'true', label: t({ zh: '已终止', en: 'Ended' }) }]} />
            </>
          )}
          empty={over
            ? <Empty title={{ zh: '没有已终止的规则', en: 'No rule has ended' }} next={{ zh: '终止和变更过的规则列在这里，不会删除。', en: 'Rules that ended or were changed are listed here; none is removed.' }} />
            : <Empty title={{ zh: '本区没有另设派遣规则', en: 'The district has no rules of its own' }} next={mayKeep ? { zh: '工单按类别的主管部门和属地派遣。要把某类事项改派给其他单位，点“新增规则”。', en: 'Cases go to the department of their category or to the ground of their place. Add a rule to send some elsewhere.' } : { zh: '工单按类别的主管部门和属地派遣。规则由督查或计划部门设定。', en: 'Cases go to the department of their category or to the ground of their place. Rules are set by supervision or planning.' }} />}
        />
      )}
      {types.data && <TryOut part={tryOut} types={all} first={type || rows[0]?.type.key || (all.find(one => one.onPortal) ?? all[0])?.key || ''} onOpen={open} />}
      {opened === 'new' ? mayKeep && <RuleForm rule={null} types={all} onClose={close} /> : opened !== '' && <RuleSheet key={opened} id={opened} types={all} onOpen={open} onClose={close} />}
    </Page>
  )
}
