import { Button, Dropdown } from 'antd'
import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { type ProjectRules } from '../../../../../engines/projects/schema.ts'
import { useLanguage } from '../../../../language.tsx'
import { useOpened } from '../../../../opened.ts'
import { useSession } from '../../../../session.tsx'
import { today } from '../../../../today.ts'
import { type ActForm } from './act-form.ts'
import { actForms } from './act-forms.ts'
import { ActSheet } from './ActSheet.tsx'
import { BlockerForm } from './BlockerForm.tsx'
import { NodesForm } from './NodesForm.tsx'

/** The usual, in the order of their buttons. */
const first = ['tell', 'reach', 'blocker', 'visit']

/** What the person may do with the project: the usual as buttons, the rest in a menu. The form that is open stands in the address. */
export function ProjectActs({ view, rules }: { readonly view: ProjectView; readonly rules: ProjectRules }) {
  const { t } = useLanguage()
  const { may } = useSession()
  const { what, open, close } = useOpened('form')
  const over = view.project.ended !== null
  const allowed = (form: ActForm) => (form.may === 'visit' ? may('light.answer') : !over && view.may[form.may]) && (form.fits?.({ view, rules, today: today() }) ?? true)
  const offered = actForms.filter(allowed), form = offered.find(one => one.key === what)
  const blocker = !over && view.may.block ? [{ key: 'blocker', title: { zh: '提出堵点', en: 'Raise a blocker' } }] : []
  const usual = first.flatMap(key => [...offered, ...blocker].find(one => one.key === key) ?? [])
  const rest = [...offered.filter(one => !first.includes(one.key) && one.panel === undefined).map(one => ({ key: one.key, label: t(one.title) })), ...(!over && view.may.edit ? [{ key: 'nodes', label: t({ zh: '排定节点', en: 'Plan the nodes' }) }] : [])]
  return (
    <>
      {usual.map((one, i) => <Button key={one.key} type={i === 0 ? 'primary' : 'default'} onClick={() => open(one.key)}>{t(one.title)}</Button>)}
      {rest.length > 0 && <Dropdown trigger={['click']} menu={{ items: rest, onClick: ({ key }) => open(key) }}><Button aria-haspopup="menu">{t({ zh: '更多办理', en: 'More' })}</Button></Dropdown>}
      {form && <ActSheet key={form.key} form={form} view={view} rules={rules} onClose={close} />}
      {what === 'blocker' && blocker.length > 0 && <BlockerForm view={view} onClose={close} />}
      {what === 'nodes' && !over && view.may.edit && <NodesForm view={view} onClose={close} />}
    </>
  )
}
