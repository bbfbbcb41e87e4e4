import { Button } from 'antd'
import { Link } from 'react-router'
import { type FormRowView } from '../../../../../engines/returns/contract.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { dayText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { useOpened } from '../../../../opened.ts'
import { useSession } from '../../../../session.tsx'
import { Breadcrumbs } from '../../../../ui/Breadcrumbs.tsx'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { dueLabel, kindLabels, rhythmLabels } from '../returns-words.ts'
import style from '../returns.module.css'
import { useForms } from '../use-sheets.ts'
import { FormEditor } from './FormEditor.tsx'

/** The district's forms: what is asked of whom, how often and by when. A planner makes and changes them. */
export function FormsPage() {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const forms = useForms()
  const { what: opened, open, close } = useOpened('form')
  const columns: readonly Column<FormRowView>[] = [
    { key: 'name', title: { zh: '报表', en: 'Form' }, value: form => t(form.name), render: form => <span className={style['name']}><Link to={`/returns/progress/${form.id}`}>{t(form.name)}</Link><small>{form.code}</small></span>, sortable: true, width: 220 },
    { key: 'rhythm', title: { zh: '报送周期', en: 'Rhythm' }, value: form => t(rhythmLabels[form.rhythm]), sortable: true, width: 100 },
    { key: 'units', title: { zh: '填报范围', en: 'Who fills it' }, value: form => t(unitsLabel(form.units)), width: 190 },
    { key: 'due', title: { zh: '截止', en: 'Due' }, value: form => t(dueLabel(form.due)), width: 140 },
    { key: 'rows', title: { zh: '填报项', en: 'Rows' }, value: form => form.rows, numeric: true, sortable: true, width: 80 },
    { key: 'version', title: { zh: '现行版', en: 'Version' }, value: form => form.number, render: form => <span className={style['name']}>{t({ zh: '第{n}版', en: 'Version {n}' }, { n: form.number })}<small>{form.until ? t({ zh: '{day}起停用', en: 'stopped from {day}' }, { day: dayText(form.until, language) }) : t({ zh: '{day}起', en: 'from {day}' }, { day: dayText(form.from, language) })}</small></span>, width: 140 },
    { key: 'acts', title: { zh: '办理', en: 'Act' }, value: () => null, render: form => (may('form.edit') ? <Button onClick={() => open(form.id)}>{t({ zh: '改版或停用', en: 'Change or stop' })}</Button> : null), width: 130 },
  ]
  return (
    <Page
      title={t({ zh: '报表', en: 'Forms' })}
      where={<Breadcrumbs sentence={{ zh: '{returns}所用的报表', en: 'Forms of {returns}' }} crumbs={{ returns: { text: { zh: '报送', en: 'the returns' }, to: '/returns' } }} />}
      printable
      actions={may('form.edit') && <Button type="primary" onClick={() => open('new')}>{t({ zh: '新建报表', en: 'Make a form' })}</Button>}
    >
      {forms.isPending && <Loading lines={5} />}
      {forms.isError && <Failure error={forms.error} retry={() => void forms.refetch()} />}
      {forms.data && (
        <DataTable name="forms" caption={{ zh: '报表', en: 'Forms' }} rows={forms.data.items} columns={columns} keyOf={form => form.id} empty={<Empty title={{ zh: '还没有报表', en: 'No forms yet' }} next={{ zh: '由计划部门新建，或启用带报表的功能包。', en: 'A planner makes one, or a pack brings it.' }} />} />
      )}
      {opened !== '' && may('form.edit') && <FormEditor key={opened} id={opened === 'new' ? null : opened} onClose={close} />}
    </Page>
  )
}

function unitsLabel(units: FormRowView['units']): Label {
  switch (units.of) {
    case 'owners': return { zh: '各指标的责任单位', en: 'Who keeps each indicator' }
    case 'these': return { zh: `指定的${units.codes.length}个单位`, en: `${units.codes.length} named units` }
    case 'all': return { zh: `全部${units.kinds.map(kind => kindLabels[kind].zh).join('、')}`, en: `All: ${units.kinds.map(kind => kindLabels[kind].en).join(', ')}` }
  }
}
