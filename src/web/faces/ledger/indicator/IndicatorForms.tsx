import { type IndicatorPage } from '../../../../engines/indicators/contract.ts'
import { useOpened } from '../../../opened.ts'
import { FigureForm } from './FigureForm.tsx'
import { IndicatorForm } from './IndicatorForm.tsx'
import { TargetForm } from './TargetForm.tsx'

/** The form that the address names: `edit`, `figure`, `correct:ID`, `target`, `restate:ID`. */
export function IndicatorForms({ page }: { readonly page: IndicatorPage }) {
  const { what: form, close } = useOpened('form')
  const [kind, id] = form.split(':')
  switch (kind) {
    case 'edit': return <IndicatorForm indicator={page.indicator} onClose={close} />
    case 'figure': return <FigureForm key={form} page={page} figure={null} onClose={close} />
    case 'target': return <TargetForm key={form} page={page} target={null} onClose={close} />
    case 'correct': {
      const figure = page.figures.find(one => one.id === id)
      return figure ? <FigureForm key={form} page={page} figure={figure} onClose={close} /> : null
    }
    case 'restate': {
      const target = page.targets.find(one => one.id === id)
      return target ? <TargetForm key={form} page={page} target={target} onClose={close} /> : null
    }
    default: return null
  }
}
