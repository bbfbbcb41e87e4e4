import { type IndicatorRow } from '../../../../engines/indicators/contract.ts'
import { aggregationWords, directionWords, frequencyWords, kindWords, natureWords } from '../../../../engines/indicators/domain/sheet-columns.ts'
import { type Label } from '../../../../kernel/label.ts'
import { noNumber, numberText, unitText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import style from './indicator.module.css'

const formulaWords = {
  sum: { zh: '相加', en: 'sum' },
  difference: { zh: '相减', en: 'difference' },
  ratio: { zh: '相除', en: 'ratio' },
} as const satisfies Record<string, Label>

/** What an indicator is: how it is counted, which way is better, who owns it. */
export function Definition({ indicator, otherName }: { readonly indicator: IndicatorRow; readonly otherName: string }) {
  const { language, t } = useLanguage()
  const { bands } = indicator
  const rows: readonly (readonly [Label, string])[] = [
    [{ zh: '英文名称', en: 'Chinese name' }, otherName],
    [{ zh: '代码', en: 'Code' }, indicator.code],
    [{ zh: '计量单位', en: 'Unit of measure' }, language === 'zh' ? indicator.unit : [unitText(indicator.unit, language), indicator.unit].filter((word, i, all) => word !== '' && all.indexOf(word) === i).join(' · ')],
    [{ zh: '属性', en: 'Nature' }, t(natureWords[indicator.nature])],
    [{ zh: '方向', en: 'Better' }, t(directionWords[indicator.direction])],
    [{ zh: '类型', en: 'Kind' }, t(kindWords[indicator.kind])],
    [{ zh: '频率', en: 'Frequency' }, t(frequencyWords[indicator.frequency])],
    [{ zh: '汇总方式', en: 'Aggregation' }, t(aggregationWords[indicator.aggregation])],
    [{ zh: '口径', en: 'Basis' }, indicator.basis ?? noNumber],
    [{ zh: '责任单位', en: 'Owner' }, indicator.ownerName ?? noNumber],
    ...(indicator.formula ? [[{ zh: '公式', en: 'Formula' }, t({ zh: '由{n}项指标{how}', en: '{how} of {n} indicators' }, { n: indicator.formula.inputs.length, how: t(formulaWords[indicator.formula.kind]) })] as const] : []),
    ...(bands ? [[{ zh: '黄灯与红灯起点', en: 'Yellow and red from' }, t({ zh: '滞后{a}、{b}个百分点', en: '{a} and {b} points behind' }, { a: numberText(bands.slipping), b: numberText(bands.offPace) })] as const] : []),
    ...(indicator.embargoed ? [[{ zh: '保密', en: 'Held back' }, t({ zh: '公布前仅限指定岗位查看', en: 'until published, from all but named posts' })] as const] : []),
  ]
  return (
    <Panel title={t({ zh: '定义', en: 'Definition' })}>
      <dl className={style['facts']}>{rows.map(([label, text]) => <div key={label.en}><dt>{t(label)}</dt><dd>{text}</dd></div>)}</dl>
    </Panel>
  )
}
