import { type BenchmarkPage } from '../../../../../engines/indicators/benchmark-contract.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { isRate } from '../../../../../kernel/quantity.ts'
import { periodText, quantityText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { ChartWithTable } from '../../../../ui/ChartWithTable.tsx'

type Standing = BenchmarkPage['standings'][number]

/** The districts on file as lying bars, the best first, ours marked; the caption says our place and the distances. */
export function StandingChart({ name, page, standing }: { readonly name: Label; readonly page: BenchmarkPage; readonly standing: Standing }) {
  const { language, t } = useLanguage()
  const ours = standing.places.findIndex(place => place.code === null)
  const own = standing.places[ours]
  const made = page.peers.some(peer => peer.withdrawn === null && peer.source.kind === 'generated')
  const nameOf = (place: Standing['places'][number]) => `${place.rank}. ${place.code === null ? t({ zh: `${page.unit.name}（本区）`, en: `${page.unit.name} (ours)` }) : place.name}${place.code !== null && place.code === page.benchmark ? t({ zh: '（对标区）', en: ' (measured against)' }) : ''}`
  const facts = { period: periodText(page.period ?? '', language), name: t(name), what: standing.compared === 'growth' ? t({ zh: '增速', en: 'growth' }) : '', of: standing.of }
  const head = own
    ? t({ zh: '{period}{name}{what}：本区{value}，{of}个区中第{rank}', en: '{period}, {name} {what}: ours {value}, number {rank} of {of} districts' }, { ...facts, value: quantityText({ value: own.value, unit: standing.unit }, language), rank: own.rank })
    : t({ zh: '{period}{name}{what}：已录入{of}个区，本区的数还没有', en: '{period}, {name} {what}: {of} districts on file, ours is not' }, facts)
  const benchmark = page.districts.find(one => one.code === page.benchmark)
  const distances = [
    away(standing.toBest, standing.toBest !== null && standing.toBest > 0 ? { zh: '其次的区', en: 'the next district' } : { zh: '最好的区', en: 'the best other district' }),
    benchmark ? away(standing.toBenchmark, { zh: benchmark.name, en: benchmark.name }) : '',
    away(standing.toTarget, { zh: '本区目标', en: 'our target' }),
  ].filter(words => words !== '').join(t({ zh: '，', en: ', ' }))
  const ground = made ? t({ zh: '（含演示用生成的数，不是实际数据）', en: ' (partly made up for the demonstration, not facts)' }) : t({ zh: '（依据已录入的公开数）', en: ' (by published figures on file)' })

  /** Better or worse than another, in words; nothing where it is not known. */
  function away(by: number | null, than: Label): string {
    if (by === null) return ''
    const size = isRate(standing.unit) ? t({ zh: '{n}个百分点', en: '{n} points' }, { n: Math.abs(Math.round(by * 100) / 100) }) : quantityText({ value: Math.abs(by), unit: standing.unit }, language)
    if (by === 0) return t({ zh: '与{than}持平', en: 'level with {than}' }, { than: t(than) })
    return by > 0 ? t({ zh: '好于{than}{size}', en: '{size} better than {than}' }, { than: t(than), size }) : t({ zh: '比{than}差{size}', en: '{size} short of {than}' }, { than: t(than), size })
  }
  return (
    <ChartWithTable
      key={`${standing.compared} ${page.period ?? ''}`}
      finding={`${head}${distances === '' ? '' : t({ zh: '；', en: '; ' })}${distances}${ground}`}
      data={{ kind: 'rows', categories: standing.places.map(nameOf), series: [{ name: facts.what || t({ zh: '数值', en: 'Value' }), unit: standing.unit, values: standing.places.map(place => place.value) }], ...(ours >= 0 && { marked: ours }) }}
      height={60 + standing.places.length * 30}
    />
  )
}
