import { type Figure as FigureOfLedger } from '../../../engines/indicators/schema.ts'
import { noNumber } from '../../format.ts'
import { Figure } from '../../ui/Figure.tsx'

type FigureNumbersProps = { readonly figure: FigureOfLedger; readonly name: string; readonly of: 'level' | 'change' }

/** The level of a figure of the register, or its change, which opens to its source. */
export function FigureNumbers({ figure, name, of }: FigureNumbersProps) {
  const quantity = of === 'level' ? figure.level : figure.change && { value: figure.change.value, unit: figure.change.unit }
  if (!quantity) return noNumber
  return <Figure name={name} quantity={quantity} period={figure.period} showPeriod={false} source={figure.source} id={figure.id} signed={of === 'change' && quantity.unit !== '倍'} />
}
