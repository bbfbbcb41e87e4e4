import { type ReactNode } from 'react'
import { type Label } from '../../../kernel/label.ts'
import { dayText } from '../../format.ts'
import { langTag } from '../../words.ts'
import { useFrame } from './frame.tsx'

type ShellProps = {
  readonly title: Label
  /** The page in the list of pages, for the one that is marked as the present one. */
  readonly at?: 'year' | 'matters' | 'data' | 'help' | 'report' | 'follow'
  /** Is something wrong with what was sent? The title of the window says so first, for those who hear it. */
  readonly fault?: boolean
  /** A line over the heading: which step of how many. */
  readonly over?: string
  readonly children: ReactNode
}

/** A whole public page: what stands above and below every one of them. No scripts, one style sheet. */
export function Shell({ title, at, fault = false, over, children }: ShellProps) {
  const { frame, language, t } = useFrame()
  const { district, base, home, here, text, issue } = frame
  const choosing = (name: string, value: string) => `${here}${here.includes('?') ? '&' : '?'}${name}=${value}`
  const places = [
    { at: 'report', href: `${home}/report`, label: { zh: '反映问题', en: 'Report' } },
    { at: 'follow', href: `${home}/follow`, label: { zh: '查进度', en: 'Follow' } },
    { at: 'year', href: base, label: { zh: '承诺与进展', en: 'Promises' } },
    { at: 'matters', href: `${base}/matters`, label: { zh: '民生实事', en: 'Livelihood' } },
    { at: 'data', href: `${base}/data`, label: { zh: '下载数据', en: 'Open data' } },
    { at: 'help', href: `${home}/help`, label: { zh: '怎么看', en: 'How to read this' } },
  ] as const
  return (
    <html lang={langTag[language]} className={text === 'large' ? 'large' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${fault ? t({ zh: '有误：', en: 'Wrong: ' }) : ''}${t(title)} · ${t(district.name)}`}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={frame.style} />
      </head>
      <body>
        <a className="skip" href="#main">{t({ zh: '跳到正文', en: 'Skip to the content' })}</a>
        {(frame.preview || frame.demonstration) && (
          <aside aria-label={t({ zh: '说明', en: 'Note' })}>
            {frame.preview && <p className="strip">{t({ zh: '预览：批准之前，公众看不到这一页。', en: 'Preview: the public does not see this page before it is approved.' })}</p>}
            {frame.demonstration && <p className="strip">{t({ zh: '演示：公开数值注明出处，其余为生成数据。', en: 'Demonstration: published figures carry their sources, the rest is made up.' })}</p>}
          </aside>
        )}
        <header>
          <p className="name"><a href={home}>{t({ zh: '{district}人民政府', en: 'Government of {district}' }, { district: t(district.name) })}</a></p>
          <nav aria-label={t({ zh: '栏目', en: 'Pages' })}>
            <ul>{places.map(place => <li key={place.at}><a href={place.href} aria-current={place.at === at ? 'page' : undefined}>{t(place.label)}</a></li>)}</ul>
          </nav>
          <nav aria-label={t({ zh: '字号与语言', en: 'Text size and language' })}>
            <ul>
              <li><a href={choosing('text', text === 'large' ? 'plain' : 'large')}>{t(text === 'large' ? { zh: '标准字', en: 'Plain text' } : { zh: '大字版', en: 'Large text' })}</a></li>
              <li>{language === 'zh' ? <a href={choosing('lang', 'en')} lang="en">English</a> : <a href={choosing('lang', 'zh')} lang="zh-CN">中文</a>}</li>
            </ul>
          </nav>
        </header>
        <main id="main" tabIndex={-1}>
          {over !== undefined && <p className="over">{over}</p>}
          <h1>{t(title)}</h1>
          {children}
        </main>
        <footer>
          {issue && <p>{t({ zh: '本页是{year}年第{number}期公布的内容，{day}公布；灯按到{on}为止的数值算出。', en: 'Publication {number} of {year}, made public on {day}; lights worked out from figures up to {on}.' }, { year: issue.year, number: issue.number, day: dayText(issue.day, language), on: dayText(issue.on, language) })}</p>}
          <p>{t({ zh: '对内容有疑问或发现差错，请拨打政务服务便民热线 ', en: 'Questions, or something wrong here? Call the city hotline ' })}<a href="tel:12345">12345</a>{t({ zh: '。遇到紧急情况：报警 ', en: '. In an emergency: police ' })}<a href="tel:110">110</a>{t({ zh: '，火警 ', en: ', fire ' })}<a href="tel:119">119</a>{t({ zh: '，急救 ', en: ', ambulance ' })}<a href="tel:120">120</a>{t({ zh: '。', en: '.' })}</p>
        </footer>
      </body>
    </html>
  )
}
