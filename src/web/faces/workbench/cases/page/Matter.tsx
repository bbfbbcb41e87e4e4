import { Link } from 'react-router'
import { useLanguage } from '../../../../language.tsx'
import { fieldText } from '../../../../parts/cases/field-text.ts'
import parts from '../../../../parts/cases/cases.module.css'
import { Panel } from '../../../../ui/Panel.tsx'
import style from './page.module.css'
import { type Opened } from './use-case.ts'

/** What was asked, in the words it was asked in, with the fields of the type and the cases it is tied to. */
export function Matter({ opened: { type, present } }: { readonly opened: Opened }) {
  const { language, t } = useLanguage()
  const shown = (field: (typeof type.fields)[number]) => {
    const value = present.fields[field.key]
    const text = fieldText(field, value, { language, t })
    return field.directory !== undefined && typeof value === 'string' && value !== '' ? <Link to={`/cases/directories/${field.directory}?q=${encodeURIComponent(value)}`}>{text}</Link> : text
  }
  const tied = [...(present.mergedInto ? [{ id: present.mergedInto, said: { zh: '已并入另一工单', en: 'Merged into another case' } }] : []), ...present.absorbed.map(one => ({ id: one.other, said: { zh: `${one.number}并入本单`, en: `${one.number} was merged into this one` } }))]
  return (
    <Panel title={t({ zh: '诉求内容', en: 'What is asked' })}>
      <p className={style['words']} lang="zh-CN">{present.words}</p>
      {type.fields.length > 0 && (
        <dl className={parts['facts']}>
          {type.fields.map(field => <div key={field.key}><dt>{t(field.name)}</dt><dd lang="zh-CN">{shown(field)}</dd></div>)}
        </dl>
      )}
      {tied.length > 0 && <ul className={style['rows']}>{tied.map(one => <li key={one.id}><Link to={`/cases/${one.id}`}>{t(one.said)}</Link></li>)}</ul>}
    </Panel>
  )
}
