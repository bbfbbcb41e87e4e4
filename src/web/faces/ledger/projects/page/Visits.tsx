import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { dayText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { Bring, OneFile, useFiles } from './Files.tsx'
import style from './page.module.css'

/** What people saw on the site, the newest first, with their photographs; nothing where nobody went. */
export function Visits({ view: { id, events } }: { readonly view: ProjectView }) {
  const { language, t } = useLanguage()
  const { data } = useFiles(id)
  const visits = events.flatMap(({ seq, at, by, event }) => (event.kind === 'visited' ? [{ seq, at, by: by?.name ?? '—', on: event.on, words: event.words }] : []))
  if (visits.length === 0) return null
  return (
    <Panel title={t({ zh: '现场查看', en: 'Visits to the site' })}>
      <ol className={style['steps']}>
        {visits.toSorted((a, b) => b.on.localeCompare(a.on) || b.at.localeCompare(a.at)).map(({ seq, on, by, words }) => (
          <li key={seq}>
            <span lang="zh-CN">{words}</span>
            <p className={style['small']}><span lang="zh-CN">{by}</span> · {dayText(on, language)} {data?.mayBring && <Bring id={id} kind="photo" visit={seq}>{t({ zh: '加照片', en: 'Add photographs' })}</Bring>}</p>
            {data?.items.filter(file => file.visit === seq && file.withdrawn === null).map(file => <OneFile key={file.id} project={id} of={file} />)}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
