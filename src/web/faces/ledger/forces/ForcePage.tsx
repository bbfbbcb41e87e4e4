import { Button, Dropdown } from 'antd'
import { Link, useParams } from 'react-router'
import { type ForceView } from '../../../../engines/projects/forces/contract.ts'
import { forceStates, logKinds } from '../../../../engines/projects/domain/forces/words.ts'
import { Absent } from '../../../frame/Absent.tsx'
import { dayText, instantText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Columns } from '../../../ui/Columns.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { LightMark } from '../../../ui/LightMark.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { forceForms } from './force-forms.ts'
import { ForceSheet } from './ForceSheet.tsx'
import style from './forces.module.css'
import { useForce } from './use-forces.ts'

/** `/task-forces/:id`: what it is for, its people, projects, plan and log. */
export function ForcePage() {
  const { id } = useParams()
  return id !== undefined && /^[0-9a-f-]{36}$/.test(id) ? <OneForce key={id} id={id} /> : <Absent />
}

function OneForce({ id }: { readonly id: string }) {
  const force = useForce(id)
  if (force.isPending) return <Loading lines={10} />
  if (force.isError) return <Failure error={force.error} size="page" retry={() => void force.refetch()} />
  return <Shown view={force.data} />
}

function Shown({ view }: { readonly view: ForceView }) {
  const { t } = useLanguage()
  return (
    <Page
      title={view.name} printable
      where={<Breadcrumbs sentence={{ zh: '{forces}中的一个', en: 'One of the {forces}' }} crumbs={{ forces: { text: { zh: '专班', en: 'task forces' }, to: '/task-forces' } }} />}
      actions={<Acts view={view} />}
    >
      <Facts view={view} />
      <Columns main={<><Plan view={view} /><Log view={view} /></>} aside={<><Projects view={view} /><Members view={view} /><History view={view} /></>} />
      {view.generated && <p className={style['small']}>{t({ zh: '演示数据，为示例生成。', en: 'Made up for the demonstration.' })}</p>}
    </Page>
  )
}

function Acts({ view }: { readonly view: ForceView }) {
  const { t } = useLanguage()
  const { what, open, close } = useOpened('form')
  const offered = forceForms.filter(form => view.may[form.may] && (view.state !== 'dissolved' || (form.key === 'dissolve' && view.dissolved === null)) && (form.fits?.(view) ?? true))
  const usual = offered.slice(0, 3), rest = offered.slice(3), form = offered.find(one => one.key === what)
  return (
    <>
      {usual.map((one, i) => <Button key={one.key} type={i === 0 ? 'primary' : 'default'} onClick={() => open(one.key)}>{t(one.title)}</Button>)}
      {rest.length > 0 && <Dropdown trigger={['click']} menu={{ items: rest.map(one => ({ key: one.key, label: t(one.title) })), onClick: ({ key }) => open(key) }}><Button aria-haspopup="menu">{t({ zh: '更多办理', en: 'More' })}</Button></Dropdown>}
      {form && <ForceSheet key={form.key} form={form} view={view} onClose={close} />}
    </>
  )
}

function Facts({ view: { scope, leader, leadUnit, from, until, ground, state, dissolved } }: { readonly view: ForceView }) {
  const { language, t } = useLanguage()
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    [t({ zh: '状态', en: 'State' }), <b key="s">{t(forceStates[state])}</b>],
    [t({ zh: '负责什么', en: 'What for' }), <span key="w" lang="zh-CN">{scope}</span>],
    [t({ zh: '领衔领导', en: 'Leader' }), <span key="l" lang="zh-CN">{leader}</span>],
    [t({ zh: '牵头单位', en: 'Lead unit' }), <Link key="u" lang="zh-CN" to={`/units/${leadUnit.id}`}>{leadUnit.name}</Link>],
    [t({ zh: '期限', en: 'Time' }), t({ zh: '{from}至{until}，到期自动撤销', en: '{from} to {until}; it dissolves then' }, { from: dayText(from, language), until: dayText(until, language) })],
    [t({ zh: '依据', en: 'By' }), <span key="g" lang="zh-CN">{ground}</span>],
    ...(dissolved ? [[t({ zh: '撤销', en: 'Dissolved' }), <span key="d" lang="zh-CN">{dayText(dissolved.on, language)} {dissolved.words}</span>] as const] : []),
  ]
  return <dl className={style['facts']}>{rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
}

function Plan({ view: { plan } }: { readonly view: ForceView }) {
  const { language, t } = useLanguage()
  return (
    <Panel title={t({ zh: '方案', en: 'Plan' })} aside={<span className={style['soft']}>{t({ zh: '完成{done}/{all}', en: '{done} of {all} done' }, { done: plan.filter(one => one.done !== null).length, all: plan.length })}</span>}>
      {plan.length === 0
        ? <Empty title={{ zh: '还没有方案', en: 'There is no plan yet' }} next={{ zh: '点“方案增加措施”，逐项写明做什么、谁负责、何时完成、怎样算完成。', en: 'Add measures: what, by whom, until when, and how it is seen to be done.' }} />
        : (
          <div className={style['scroll']}>
            <table className={style['table']}>
              <thead><tr><th>{t({ zh: '措施', en: 'Measure' })}</th><th>{t({ zh: '责任单位', en: 'Unit' })}</th><th>{t({ zh: '期限', en: 'Due' })}</th><th>{t({ zh: '完成情况', en: 'How it stands' })}</th></tr></thead>
              <tbody>
                {plan.map(one => (
                  <tr key={one.key}>
                    <td lang="zh-CN">{one.words}<p className={style['small']}>{t({ zh: '完成标志：', en: 'Done when: ' })}{one.sign}</p></td>
                    <td lang="zh-CN">{one.unit.name}</td>
                    <td className={style['day']}>{dayText(one.dueOn, language)}</td>
                    <td>{one.done ? <>{t({ zh: '{on}完成', en: 'done {on}' }, { on: dayText(one.done.on, language) })}<p className={style['small']} lang="zh-CN">{one.done.evidence}</p></> : one.late ? <b>{t({ zh: '逾期', en: 'Late' })}</b> : t({ zh: '在办', en: 'Being done' })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
    </Panel>
  )
}

function Log({ view: { log } }: { readonly view: ForceView }) {
  const { language, t } = useLanguage()
  return (
    <Panel title={t({ zh: '记事', en: 'Log' })}>
      {log.length === 0
        ? <Empty title={{ zh: '还没有记事', en: 'Nothing in the log yet' }} next={{ zh: '会议、现场、议定的事，点“记事”记下。', en: 'Write down meetings, visits and what was settled.' }} />
        : <ul className={style['steps']}>{log.map(one => <li key={one.at}><b>{dayText(one.on, language)} {t(logKinds[one.what])}</b><p lang="zh-CN">{one.words}</p><p className={style['small']} lang="zh-CN">{one.by}</p></li>)}</ul>}
    </Panel>
  )
}

function Projects({ view: { projects } }: { readonly view: ForceView }) {
  const { t } = useLanguage()
  return (
    <Panel title={t({ zh: '负责的项目', en: 'Its projects' })}>
      {projects.length === 0
        ? <p>{t({ zh: '还没有接手项目。', en: 'It has no project yet.' })}</p>
        : <ul className={style['steps']}>{projects.map(one => <li key={one.id}><Link lang="zh-CN" to={`/projects/${one.id}`}>{one.name}</Link> <LightMark of={one.name} verdict={{ light: one.light, gap: null, rule: 'project-worst', inputs: [], because: one.because }} /><p className={style['small']}>{t(one.because)}</p></li>)}</ul>}
    </Panel>
  )
}

function Members({ view: { leader, leadUnit, members } }: { readonly view: ForceView }) {
  const { t } = useLanguage()
  return (
    <Panel title={t({ zh: '成员', en: 'Members' })}>
      <ul className={style['steps']}>
        <li lang="zh-CN">{leader}（{t({ zh: '领衔', en: 'leader' })}），{leadUnit.name}</li>
        {members.map(one => <li key={one.key} lang="zh-CN">{one.person}，{one.unit.name}{one.part !== '' && <p className={style['small']}>{one.part}</p>}</li>)}
      </ul>
    </Panel>
  )
}

function History({ view: { history } }: { readonly view: ForceView }) {
  const { language, t } = useLanguage()
  return (
    <div className="unprinted">
      <Panel title={t({ zh: '办理记录', en: 'What happened' })}>
        <ol className={style['steps']} reversed>{history.map(step => <li key={step.seq}><b>{t(step.what)}</b>{step.words !== null && <p lang="zh-CN">{step.words}</p>}<p className={style['small']}>{step.by ?? t({ zh: '系统', en: 'the program' })}，{instantText(step.at, language)}</p></li>)}</ol>
      </Panel>
    </div>
  )
}
