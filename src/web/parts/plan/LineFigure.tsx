import { Link } from 'react-router'
import { type PlanLine } from '../../../engines/plan/schema.ts'
import { noNumber, quantityText } from '../../format.ts'
import { useLanguage } from '../../language.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { figureOf, pageOfLine } from './line-words.ts'

/** The figure beside a target, which opens to its source; of a commitment the progress that was entered, which leads to its evidence. */
export function LineFigure({ line }: { readonly line: PlanLine }) {
  const { language, t } = useLanguage()
  const said = figureOf(line)
  if (said) return <Figure name={t(line.label)} quantity={said.quantity} source={said.source} also={said.also} id={said.id} period={line.period} showPeriod={false} />
  if (line.kind === 'commitment' && line.figure !== null) return <Link to={pageOfLine(line)}>{quantityText({ value: line.figure, unit: line.unit }, language)}</Link>
  return <span>{noNumber}</span>
}
