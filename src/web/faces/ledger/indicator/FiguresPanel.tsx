import { Button } from 'antd'
import { type IndicatorPage } from '../../../../engines/indicators/contract.ts'
import { statusWords, vintageWords } from '../../../../engines/indicators/domain/sheet-columns.ts'
import { type Figure } from '../../../../engines/indicators/schema.ts'
import { dayText, noNumber, periodText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { useSession } from '../../../session.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { FigureActs } from '../FigureActs.tsx'
import { FigureNumbers } from '../FigureNumbers.tsx'
import style from './figures.module.css'
import { Folded } from './Folded.tsx'

/** Every figure as it was said, the newest period first: vintages beside one another, corrected ones struck through, doubtful ones marked. */
export function FiguresPanel({ page }: { readonly page: IndicatorPage }) {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const { open } = useOpened('form')
  const { figures, indicator, derived, doubts, more } = page
  const name = t(indicator.name)
  const doubtful = new Set([...doubts.flatMap(doubt => [doubt.a, doubt.b]), ...derived.flatMap(one => (one.doubt && one.said ? [one.said.figure] : []))])
  const acts = may('figure.enter') || may('figure.approve')
  const heldBack = (figure: Figure) => indicator.embargoed && figure.status !== 'published'
  const notes = (figure: Figure) => [figure.rank, figure.qualifier, figure.basis].filter(part => part !== null)
  return (
    <Panel title={t({ zh: '数值', en: 'Figures' })} aside={<small>{t({ zh: '共{n}个{more}', en: '{n} of them{more}' }, { n: figures.length, more: more ? t({ zh: '，仅显示最近的', en: ', the latest only' }) : '' })}</small>}>
      {figures.length === 0
        ? <Empty title={{ zh: '还没有数值', en: 'No figures yet' }} next={{ zh: '数值来自采纳的文件、单位报送和表格导入；也可以在本页填报。', en: 'They come with accepted papers, returns of units and imported sheets; they may also be entered on this page.' }} />
        : (
            <Folded name="figures" items={figures} first={24}>
              {shown => (
                // Wide tables are moved sideways by keys too.
                // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
                <section className={style['scroll']} tabIndex={0} aria-label={t({ zh: '数值', en: 'Figures' })}>
                  <table className={style['figures']}>
                    <caption className="unseen">{name}</caption>
                    <thead>
                      <tr>
                        <th scope="col">{t({ zh: '时期', en: 'Period' })}</th>
                        <th scope="col" className={style['number']}>{t({ zh: '数值', en: 'Value' })}</th>
                        <th scope="col" className={style['number']}>{t({ zh: '变动', en: 'Change' })}</th>
                        <th scope="col">{t({ zh: '位次与说明', en: 'Rank and notes' })}</th>
                        <th scope="col">{t({ zh: '数别与发布', en: 'Vintage, said on' })}</th>
                        <th scope="col">{t(acts ? { zh: '状态与办理', en: 'Status and next step' } : { zh: '状态', en: 'Status' })}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {shown.map(figure => (
                        <tr key={figure.id} className={[figure.replacedBy === null ? '' : style['replaced'], heldBack(figure) ? 'unprinted' : ''].join(' ').trim() || undefined}>
                          <th scope="row">{periodText(figure.period, language)}</th>
                          <td className={style['number']}><FigureNumbers figure={figure} name={name} of="level" /></td>
                          <td className={style['number']}><FigureNumbers figure={figure} name={name} of="change" />{figure.change && <small lang="zh-CN">{figure.change.base}</small>}</td>
                          <td className={style['notes']} lang="zh-CN">{notes(figure).join('；') || noNumber}{doubtful.has(figure.id) && <b className={style['doubt']} lang={language}> {t({ zh: '存疑', en: 'doubtful' })}</b>}</td>
                          <td>{t(vintageWords[figure.vintage])}<small>{figure.saidOn ? dayText(figure.saidOn, language) : noNumber}</small></td>
                          <td>
                            <div className={style['acts']}>
                              <span>{figure.replacedBy === null ? t(statusWords[figure.status]) : t({ zh: '已被更正', en: 'corrected' })}{heldBack(figure) && <b>{t({ zh: '，未公布，勿外传', en: ', held back' })}</b>}</span>
                              <FigureActs figure={figure} name={periodText(figure.period, language)} />
                              {figure.replacedBy === null && may('figure.enter') && <Button className="unprinted" size="small" onClick={() => open(`correct:${figure.id}`)}>{t({ zh: '更正', en: 'Correct' })}<span className="unseen"> {periodText(figure.period, language)}</span></Button>}
                            </div>
                            {figure.reason && <small lang="zh-CN">{t({ zh: '更正理由：', en: 'Corrected because: ' })}{figure.reason}</small>}
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </section>
              )}
            </Folded>
          )}
    </Panel>
  )
}
