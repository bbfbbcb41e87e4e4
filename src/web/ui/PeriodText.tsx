import { spanOf } from '../../kernel/period.ts'
import { dayText, periodText } from '../format.ts'
import { useLanguage } from '../language.tsx'

/** A period in words; its first and last day on hover. */
export function PeriodText({ period }: { readonly period: string }) {
  const { language } = useLanguage()
  const span = spanOf(period)
  const days = span && span.from !== span.to ? `${dayText(span.from, language)} – ${dayText(span.to, language)}` : undefined
  return <span title={days}>{periodText(period, language)}</span>
}
