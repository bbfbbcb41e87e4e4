import { type Finding } from '../../../../engines/documents/domain/finding.ts'
import { fieldsOf } from '../../../../engines/documents/domain/review.ts'
import { type Change } from '../../../../engines/documents/schema.ts'
import { numberText, periodText, quantityText, unitText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { factKinds, fieldLabels, operators, strengths } from './review-words.ts'
import style from './findings.module.css'

/** Fields that take a line of their own. */
const long = new Set(['name', 'qualifier', 'reference', 'object', 'meaning', 'change'])

const labelOf = (field: string) => fieldLabels[field] ?? { zh: field, en: field }

/** Every field of a finding that says something, as it now stands; where a person corrected it, also as it was read. */
export function FindingFields({ finding }: { readonly finding: Finding }) {
  const { t } = useLanguage()
  const value: Readonly<Record<string, unknown>> = finding.value
  const read: Readonly<Record<string, unknown>> = finding.read
  const said = fieldsOf[finding.kind].filter(field => finding.corrected.includes(field) || (value[field] !== null && value[field] !== '' && value[field] !== undefined && !(field === 'strength' && value[field] === 'plain')))
  return (
    <dl className={style['fields']}>
      {said.map(field => (
        <div key={field} className={long.has(field) ? style['whole'] : undefined}>
          <dt>{t(labelOf(field))}</dt>
          <dd>
            <Value field={field} value={value[field]} />
            {finding.corrected.includes(field) && <span className={style['was']}>{t({ zh: '读作', en: 'read as' })} <s><Value field={field} value={read[field]} /></s></span>}
          </dd>
        </div>
      ))}
      {finding.section !== null && <div className={style['whole']}><dt>{t({ zh: '所在', en: 'Section' })}</dt><dd lang="zh-CN">{finding.section}</dd></div>}
      {finding.certainty < 1 && <div><dt>{t({ zh: '读取把握', en: 'Certainty' })}</dt><dd>{numberText(finding.certainty * 100, 0)}%</dd></div>}
    </dl>
  )
}

function Value({ field, value }: { readonly field: string; readonly value: unknown }) {
  const { language, t } = useLanguage()
  if (value === null || value === undefined || value === '') return t({ zh: '（空）', en: '(empty)' })
  if (isChange(value)) return `${value.base} ${quantityText({ value: value.value, unit: value.unit }, language, { signed: value.unit !== '倍' })}`
  if (typeof value === 'number') return numberText(value, decimalsOf(value))
  const text = String(value)
  if (field === 'period') return periodText(text, language)
  if (field === 'unit') return unitText(text, language) || text
  const words = field === 'kind' ? factKinds : field === 'operator' ? operators : field === 'strength' ? strengths : null
  const label = words && Object.entries(words).find(([name]) => name === text)?.[1]
  return label ? t(label) : text
}

/** As many decimals as were printed: a review shows the number itself, not a rounded one. */
function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0
}

function isChange(value: unknown): value is Change {
  return typeof value === 'object' && value !== null && 'base' in value
}
