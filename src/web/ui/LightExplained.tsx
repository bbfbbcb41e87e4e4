import { type ReactNode } from 'react'
import { inputLabels, ruleLabels } from '../../engines/indicators/domain/judging.ts'
import { projectInputLabels, projectRuleLabels } from '../../engines/projects/domain/words.ts'
import { type Override } from '../../engines/indicators/schema.ts'
import { type Label } from '../../kernel/label.ts'
import { type Verdict } from '../../kernel/light.ts'
import { dayText, noNumber, periodText, quantityText } from '../format.ts'
import { useLanguage } from '../language.tsx'
import style from './LightExplained.module.css'
import { LightShape } from './LightShape.tsx'

type LightExplainedProps = { readonly of: string; readonly verdict: Verdict; readonly override: Omit<Override, 'at'> | null; readonly turns: Label | null; readonly stretch: Verdict | null; readonly act: ReactNode }

const rules = { ...ruleLabels, ...projectRuleLabels }
const inputs = { ...inputLabels, ...projectInputLabels }

/** Why a light shows what it shows: who overrode it, the finding, the gap, what would turn it, the rule and its inputs. */
export function LightExplained({ of, verdict, override, turns, stretch, act }: LightExplainedProps) {
  const { language, t } = useLanguage()
  const gap = verdict.gap === null ? noNumber : quantityText({ value: verdict.gap, unit: '个百分点' }, language, { signed: true })
  return (
    <div className={style['explained']}>
      <div className={style['top']}>
        <h2>{of}</h2>
        <LightShape light={override?.light ?? verdict.light} />
      </div>
      {override && (
        <section className={style['override']}>
          <h3>{t({ zh: '人工调整', en: 'Set by a person' })}</h3>
          <p>{t({ zh: '{by}，有效至{until}', en: '{by}, until {until}' }, { by: override.by, until: dayText(override.until, language) })}</p>
          <p>{t({ zh: '理由：{reason}', en: 'Reason: {reason}' }, { reason: override.reason })}</p>
          <p className={style['computed']}>{t({ zh: '系统判定：', en: 'Computed light: ' })}<LightShape light={verdict.light} /></p>
        </section>
      )}
      <dl className={style['facts']}>
        <dt>{t({ zh: '判定', en: 'Finding' })}</dt>
        <dd>{t(verdict.because)}</dd>
        <dt>{t({ zh: '差距', en: 'Gap' })}</dt>
        <dd>{gap}</dd>
        {turns && <><dt>{t({ zh: '如何转好', en: 'What would turn it' })}</dt><dd>{t(turns)}</dd></>}
        <dt>{t({ zh: '规则', en: 'Rule' })}</dt>
        <dd>{labelled(rules, verdict.rule, t)}</dd>
      </dl>
      {verdict.inputs.length > 0 && (
        <section>
          <h3>{t({ zh: '所用数据', en: 'Inputs' })}</h3>
          <table className={style['inputs']}>
            <caption className="unseen">{t({ zh: '判定所用数据', en: 'Inputs of the finding' })}</caption>
            <tbody>{verdict.inputs.map(input => <tr key={input.name}><th scope="row">{labelled(inputs, input.name, t)}</th><td>{typeof input.value === 'string' ? periodText(input.value, language) : t(input.value)}</td></tr>)}</tbody>
          </table>
        </section>
      )}
      {stretch && (
        <section>
          <h3>{t({ zh: '力争目标', en: 'The stretch' })}</h3>
          <p className={style['stretch']}><LightShape light={stretch.light} /> <span>{t(stretch.because)}</span></p>
        </section>
      )}
      {act}
    </div>
  )
}

/** The words for a key of the lights' rules; what has none is shown as written. */
function labelled(labels: Readonly<Record<string, Label>>, key: string, t: (label: Label) => string): string {
  const label = labels[key]
  return label ? t(label) : key
}
