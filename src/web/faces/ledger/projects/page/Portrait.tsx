import { type ReactNode } from 'react'
import { Link } from 'react-router'
import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { type ProjectRules } from '../../../../../engines/projects/schema.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { dayText, noNumber, numberText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import style from './page.module.css'

const kinship = { absorbed: { zh: '并入了', en: 'Took in' }, split: { zh: '拆出了', en: 'Gave rise to' }, 'came-of': { zh: '拆自', en: 'Came of' } } as const satisfies Record<string, Label>

/** What it is, whose, where, since when, in which lists. */
export function Portrait({ view: { project, names }, rules }: { readonly view: ProjectView; readonly rules: ProjectRules }) {
  const { language, t } = useLanguage()
  const day = (on: string | null) => (on === null ? noNumber : dayText(on, language))
  const listName = (key: string) => t(rules.lists.find(list => list.key === key)?.name ?? { zh: key, en: key })
  const years = [...new Set(project.listings.map(listing => listing.list))].map(list => `${listName(list)} ${project.listings.filter(l => l.list === list).map(l => l.year).toSorted((a, b) => a - b).join(language === 'zh' ? '、' : ', ')}`)
  const rows: readonly (readonly [Label, ReactNode])[] = [
    [{ zh: '编号', en: 'Code' }, project.code],
    [{ zh: '类型', en: 'Kind' }, t(rules.kinds.find(kind => kind.key === project.of)?.name ?? { zh: project.of, en: project.of })],
    [{ zh: '阶段', en: 'Phase' }, project.phases.map(({ phase, on }) => `${t(rules.phases[phase])} ${dayText(on, language)}`).join(' → ')],
    [{ zh: '业主单位', en: 'Owner' }, <Link key="owner" to={`/units/${project.owner}`} lang="zh-CN">{names[project.owner] ?? noNumber}</Link>],
    [{ zh: '挂点领导', en: 'Leader' }, project.leader ?? noNumber],
    [{ zh: '施工单位', en: 'Contractor' }, project.contractor ?? noNumber],
    [{ zh: '地点', en: 'Place' }, [project.place.unit === null ? null : names[project.place.unit], project.place.address].filter(Boolean).join(' ') || noNumber],
    [{ zh: '总投资', en: 'Total' }, project.total === null ? noNumber : t({ zh: '{n}万元', en: '{n} (10,000 yuan)' }, { n: numberText(project.total) })],
    [{ zh: '建设期', en: 'From, to' }, `${day(project.startsOn)} — ${day(project.endsOn)}`],
    [{ zh: '所在清单', en: 'Lists' }, years.length === 0 ? noNumber : years.join(language === 'zh' ? '；' : '; ')],
    ...(project.names.length > 1 ? [[{ zh: '曾用名', en: 'Former names' }, project.names.slice(0, -1).map(({ name, from }) => `${name}（${dayText(from, language)}）`).join('、')] as const] : []),
    ...project.kin.map(({ how, other, name, on }) => [kinship[how], <Link key={other} to={`/projects/${other}`} lang="zh-CN">{name}（{dayText(on, language)}）</Link>] as const),
  ]
  return (
    <Panel title={t({ zh: '项目概况', en: 'What it is' })}>
      {project.what !== '' && <p lang="zh-CN">{project.what}</p>}
      <dl className={style['facts']}>{rows.map(([label, value], i) => <div key={i}><dt>{t(label)}</dt><dd>{value}</dd></div>)}</dl>
    </Panel>
  )
}
