import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { type LandMeasure, landShown } from '../../../../../engines/projects/domain/land.ts'
import { type ProjectRules } from '../../../../../engines/projects/schema.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { dayText, noNumber, numberText, shareText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { ChartWithTable } from '../../../../ui/ChartWithTable.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { PanelActs } from '../acts/PanelActs.tsx'
import style from './page.module.css'

const measures = {
  signed: { name: { zh: '签约率', en: 'Signed' }, unit: { zh: '户', en: 'households' } }, cleared: { name: { zh: '清场率', en: 'Cleared' }, unit: { zh: '户', en: 'households' } },
  area: { name: { zh: '征地', en: 'Land acquired' }, unit: { zh: '平方米', en: 'm²' } }, demolished: { name: { zh: '拆除', en: 'Torn down' }, unit: { zh: '平方米', en: 'm²' } },
} as const satisfies Record<LandMeasure, { name: Label; unit: Label }>

const percent = (done: number, planned: number) => (planned > 0 ? Math.round((done / planned) * 1000) / 10 : null)

/** Land and demolition: how much of how much, and the way there. */
export function Land({ view, rules }: { readonly view: ProjectView; readonly rules: ProjectRules }) {
  const { language, t } = useLanguage()
  const { planned, told } = view.project.land, shown = landShown(view.project.land), last = told.at(-1)
  return (
    <Panel title={t({ zh: '征地拆迁', en: 'Land and demolition' })} aside={shown?.on ? <span className={style['soft']}>{t({ zh: '截至{on}', en: 'As of {on}' }, { on: dayText(shown.on, language) })}</span> : null}>
      {!shown || !planned
        ? <p className={style['soft']}>{t({ zh: '没有核定征迁任务。有征地拆迁的项目由计划员核定户数和面积。', en: 'Nothing is to be taken or cleared as far as is known. Where there is, a planner plans households and areas.' })}</p>
        : (
            <>
              <div className={style['scroll']}>
                <table className={style['table']}>
                  <caption className="unseen">{t({ zh: '征迁进度', en: 'How far it is' })}</caption>
                  <thead><tr><th scope="col">{t({ zh: '事项', en: 'What' })}</th><th scope="col" className={style['number']}>{t({ zh: '已完成', en: 'Done' })}</th><th scope="col" className={style['number']}>{t({ zh: '应完成', en: 'Planned' })}</th><th scope="col" className={style['number']}>{t({ zh: '比率', en: 'Rate' })}</th></tr></thead>
                  <tbody>
                    {shown.rates.map(({ key, done, planned: whole, rate }) => (
                      <tr key={key}><th scope="row">{t(measures[key].name)}<span className={style['soft']}> {t(measures[key].unit)}</span></th><td className={style['number']}>{numberText(done)}</td><td className={style['number']}>{numberText(whole)}</td><td className={style['number']}>{rate === null ? noNumber : shareText(done, whole, 1)}</td></tr>
                    ))}
                  </tbody>
                </table>
              </div>
              {told.length > 1 && <ChartWithTable height={200} finding={last ? t({ zh: '签约{signed}/{all}户，清场{cleared}/{all}户', en: 'Signed {signed} of {all} households, cleared {cleared}' }, { signed: last.signed, cleared: last.cleared, all: planned.households }) : ''} data={{ kind: 'line', categories: told.map(one => one.on), series: shown.rates.flatMap(({ key, planned: whole, rate }) => (rate === null ? [] : [{ name: t(measures[key].name), unit: '%', values: told.map(one => percent(one[key], whole)) }])) }} />}
              {last && <p className={style['small']}>{t({ zh: '{by}填报', en: 'Told by {by}' }, { by: last.by })}{last.reason !== '' && t({ zh: '，更正理由：{reason}', en: '; corrected: {reason}' }, { reason: last.reason })}</p>}
            </>
          )}
      <PanelActs view={view} rules={rules} panel="land" />
    </Panel>
  )
}
