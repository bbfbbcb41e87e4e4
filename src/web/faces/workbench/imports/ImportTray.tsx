import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { instantText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { Problem } from '../../../problem.ts'
import { sizeText } from './paper-words.ts'
import style from './imports.module.css'
import { type Line } from './use-import-line.ts'

/** What became of the papers handed in just now: waiting, being read, read, or refused with the reason. */
export function ImportTray({ lines, onForget }: { readonly lines: readonly Line[]; readonly onForget: (key: number) => void }) {
  const { t } = useLanguage()
  return (
    <section aria-label={t({ zh: '本次导入', en: 'Imports just now' })} aria-live="polite" className={lines.length > 0 ? style['tray'] : 'unseen'}>
      <ul>
        {lines.map(line => (
          <li key={line.key} className={line.state === 'refused' ? style['refused'] : undefined}>
            <span className={style['name']}>{line.name || t({ zh: '粘贴的正文', en: 'Pasted text' })}<small>{sizeText(line.size)}</small></span>
            <span className={style['said']}><Said line={line} /></span>
            {(line.state === 'refused' || line.state === 'read') && <Button size="small" onClick={() => onForget(line.key)}>{t({ zh: '收起', en: 'Put away' })}</Button>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Said({ line }: { readonly line: Line }) {
  const { language, t } = useLanguage()
  switch (line.state) {
    case 'waiting': return t({ zh: '等候', en: 'Waiting' })
    case 'reading': return <Reading />
    case 'refused': return t(line.error instanceof Problem ? line.error.said : { zh: '未能导入，请重试。', en: 'This was not imported. Try again.' })
    case 'read': {
      const { paper, existing } = line
      const to = `/imports/${paper.id}`
      return existing
        ? <>{t({ zh: '同一正文已由{by}于{at}导入。', en: '{by} imported this very text on {at}.' }, { by: paper.importedBy, at: instantText(paper.importedAt, language) })} <Link to={to}>{t({ zh: '打开那一份', en: 'Open that import' })}</Link></>
        : <>{t({ zh: '读出{all}条，其中存疑{doubtful}条。', en: '{all} findings, {doubtful} of them doubtful.' }, { all: paper.progress.all, doubtful: paper.progress.doubtful })} <Link to={to}>{t({ zh: '开始核对', en: 'Start the review' })}</Link></>
    }
  }
}

/** Seconds that a paper is being read, so that a long wait is seen to be one. */
function Reading() {
  const { t } = useLanguage()
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds(before => before + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return <>{t({ zh: '正在上传并读取……', en: 'Uploading and reading…' })}{seconds >= 3 && <span aria-hidden="true"> {t({ zh: '{n}秒', en: '{n} s' }, { n: seconds })}</span>}</>
}
