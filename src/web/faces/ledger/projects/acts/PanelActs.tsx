import { Button } from 'antd'
import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { type ProjectRules } from '../../../../../engines/projects/schema.ts'
import { useLanguage } from '../../../../language.tsx'
import { useOpened } from '../../../../opened.ts'
import { today } from '../../../../today.ts'
import { type ActForm } from './act-form.ts'
import style from './acts.module.css'
import { workForms } from './work-forms.ts'

/** What the person may do about the subject of a panel; the forms are those of the page. */
export function PanelActs({ view, rules, panel }: { readonly view: ProjectView; readonly rules: ProjectRules; readonly panel: NonNullable<ActForm['panel']> }) {
  const { t } = useLanguage()
  const { open } = useOpened('form')
  if (view.project.ended !== null) return null
  const offered = workForms.filter(form => form.panel === panel && form.may !== 'visit' && view.may[form.may] && (form.fits?.({ view, rules, today: today() }) ?? true))
  if (offered.length === 0) return null
  return <div className={`${style['review']} unprinted`}>{offered.map(form => <Button key={form.key} size="small" onClick={() => open(form.key)}>{t(form.title)}</Button>)}</div>
}
