import { type ReactNode } from 'react'
import { type PublicPage, type StoodTold } from '../../../server/public/contract.ts'
import { type Label } from '../../../kernel/label.ts'
import { dayText, noNumber, quantityText } from '../../format.ts'
import { useFrame } from './frame.tsx'
import { Light } from './Light.tsx'
import { Shell } from './Shell.tsx'
import { figureWords, saidWords, sourceWords, targetWords, timeWords, vintages } from './words.ts'

/** One promise: what was said of it when, its figures as they came, how it stood in earlier publications and other years. */
export function LinePage({ page }: { readonly page: Extract<PublicPage, { kind: 'line' }> }) {
  const { frame, language, t } = useFrame()
  const { line, stood, otherYears } = page
  const day = (at: string | null) => (at === null ? noNumber : dayText(at, language))
  const words = (words: string, of: Pick<typeof line, 'operator' | 'target' | 'stretch' | 'unit'>) => targetWords({ ...line, ...of, words }, language)
  return (
    <Shell title={line.label}>
      <p><a href={frame.base}>{t({ zh: '回到全部承诺', en: 'Back to all promises' })}</a></p>
      <p className="verdict"><Light light={line.light} /> {t(line.because)}</p>
      {line.stretchLight && <p className="verdict">{t({ zh: '力争目标：', en: 'The number striven for: ' })}<Light light={line.stretchLight} /></p>}
      <dl className="facts">
        <Fact name={{ zh: '承诺', en: 'Promised' }}>{targetWords(line, language)}</Fact>
        <Fact name={{ zh: line.kind === 'target' ? '哪个时期' : '期限', en: line.kind === 'target' ? 'For' : 'Due' }}>{timeWords(line.targetPeriod, language)}</Fact>
        <Fact name={{ zh: '现在', en: 'Now' }}><b>{figureWords(line, language)}</b>{line.period !== null && ` ${t({ zh: '（{time}）', en: '({time})' }, { time: timeWords(line.period, language) })}`}</Fact>
        {line.expected !== null && line.expected !== line.target && <Fact name={{ zh: '到这时应达', en: 'Expected by then' }}>{quantityText({ value: line.expected, unit: line.unit }, language)}</Fact>}
        {line.asOf !== null && <Fact name={{ zh: '数值截至', en: 'Figure as of' }}>{day(line.asOf)}</Fact>}
        <Fact name={{ zh: '谁负责', en: 'Who answers for it' }}>{line.owner === null ? t({ zh: '未定', en: 'Not set' }) : <span lang="zh-CN">{line.owner}</span>}</Fact>
        {line.place !== null && <Fact name={{ zh: '哪个单位的目标', en: 'Target of' }}><span lang="zh-CN">{line.place}</span></Fact>}
        {line.targetSource && <Fact name={{ zh: '承诺的出处', en: 'Promise from' }}>{sourceWords(line.targetSource, language)}</Fact>}
        {line.figureSource && <Fact name={{ zh: '数值的出处', en: 'Figure from' }}>{sourceWords(line.figureSource, language)}{line.figureSource.kind === 'paper' && line.figureSource.url !== null && <> <a href={line.figureSource.url} rel="noopener">{t({ zh: '看原文', en: 'Read it there' })}</a></>}</Fact>}
      </dl>
      <Told title={{ zh: '这项承诺先后怎么说', en: 'What was said of this promise' }} head={[{ zh: '日期', en: 'Day' }, { zh: '承诺', en: 'Promised' }, { zh: '出处', en: 'Source' }]}
        rows={line.statements.map(said => [day(said.day), words(said.words, said), sourceWords(said.source, language)])} />
      <Told title={{ zh: '先后公布的数', en: 'Figures as they came' }} head={[{ zh: '时期', en: 'Period' }, { zh: '数值', en: 'Figure' }, { zh: '哪一种', en: 'Kind' }, { zh: '出处', en: 'Source' }]}
        rows={line.figures.map(said => [timeWords(said.period, language), saidWords(said, language), line.kind === 'commitment' ? t({ zh: '完成比例', en: 'share done' }) : t(vintages[said.vintage]), sourceWords(said.source, language)])} />
      <Stood title={{ zh: '各期公布时的灯', en: 'Its light in each publication of the year' }} stood={stood} />
      <Stood title={{ zh: '其他年份的同一项', en: 'The same in other years' }} stood={otherYears} />
    </Shell>
  )
}

function Fact({ name, children }: { readonly name: Label; readonly children: ReactNode }) {
  const { t } = useFrame()
  return <div><dt>{t(name)}</dt><dd>{children}</dd></div>
}

function Told({ title, head, rows }: { readonly title: Label; readonly head: readonly Label[]; readonly rows: readonly (readonly ReactNode[])[] }) {
  const { t } = useFrame()
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{t(title)}</h2>
      <table>
        <caption className="unseen">{t(title)}</caption>
        <thead><tr>{head.map(label => <th key={label.en} scope="col">{t(label)}</th>)}</tr></thead>
        {/* The rows are a frozen list without ids of their own. */}
        <tbody>{rows.map((cells, i) => <tr key={i}>{cells.map((cell, k) => <td key={head[k]?.en ?? k} data-label={head[k] && t(head[k])}>{cell}</td>)}</tr>)}</tbody>
      </table>
    </section>
  )
}

function Stood({ title, stood }: { readonly title: Label; readonly stood: readonly StoodTold[] }) {
  const { language, t } = useFrame()
  return (
    <Told title={title} head={[{ zh: '公布', en: 'Publication' }, { zh: '灯', en: 'Light' }, { zh: '数值', en: 'Figure' }]}
      rows={stood.map(one => [
        <a key="issue" href={one.href}>{t({ zh: '{year}年第{number}期，{day}', en: 'No. {number} of {year}, {day}' }, { year: one.year, number: one.number, day: dayText(one.day, language) })}</a>,
        <Light key="light" light={one.light} />,
        one.figure === null ? noNumber : `${quantityText({ value: one.figure, unit: one.unit }, language)}${one.period === null ? '' : t({ zh: '（{time}）', en: ' ({time})' }, { time: timeWords(one.period, language) })}`,
      ])} />
  )
}
