import { Input } from 'antd'
import { useMemo } from 'react'
import { contract, type LineRow } from '../../../../engines/plan/ledgers/contract.ts'
import { call } from '../../../client.ts'
import { numberText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'

const number = (text: string): number | null => (/^-?\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : null)

/** Sets the base value and what is due each year; years left empty have no value of their own. All empty: the path is worked out again. */
export function PathForm({ line, onClose }: { readonly line: LineRow; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const changed = useLedgerChange()
  const years = useMemo(() => line.path?.years.map(y => y.year) ?? [], [line])
  const base = (years[0] ?? 1) - 1
  const first = useMemo((): Readonly<Record<string, string>> => ({
    base: line.set?.base ? numberText(line.set.base.value) : '', ground: line.set?.ground ?? '',
    ...Object.fromEntries(years.map(year => { const own = line.set?.own.find(o => o.year === year); return [String(year), own ? numberText(own.value) : ''] })),
  }), [line, years])
  const { fields, set, forget } = useDraft(`path-${line.id}`, first)
  const field = (name: string) => fields[name] ?? ''
  const wrong = ['base', ...years.map(String)].filter(name => field(name).trim() !== '' && number(field(name)) === null)
  const own = years.flatMap(year => { const value = number(field(String(year))); return value === null ? [] : [{ year, value }] })
  const start = number(field('base'))
  const cleared = own.length === 0 && start === null
  const save = async () => {
    await call(contract.setLine, { params: { id: line.id }, body: { path: cleared ? null : { base: start === null ? null : { year: base, value: start }, own, ground: field('ground').trim() || null }, version: line.version } })
    forget()
    onClose()
    await changed()
  }
  const unit = line.parts[0]?.line?.unit ?? ''
  return (
    <FormSheet open title={{ zh: '设定年度路径', en: 'Set the yearly path' }} act={{ zh: '保存', en: 'Save' }} ready={wrong.length === 0 && (cleared || field('ground').trim() !== '')} onSubmit={save} onClose={onClose} onReload={() => void changed()}>
      <p><b>{t(line.label)}</b> {unit}</p>
      <p>{t({ zh: '全部留空，则按基期值到目标值直线折算（或按累计、年均），并在页面注明。', en: 'Left empty, the path is a straight line (or a running total, or a yearly mean) and the page says so.' })}</p>
      <Field label={{ zh: `基期值（${base}年）`, en: `Base value (${base})` }} hint={{ zh: '留空则取该年数值', en: 'Empty: the figure of that year' }} fault={wrong.includes('base') ? { zh: '应为数字', en: 'a number' } : null}>
        {tied => <Input {...tied} inputMode="decimal" maxLength={18} value={field('base')} onChange={event => set({ base: event.target.value })} />}
      </Field>
      {years.map(year => (
        <Field key={year} label={{ zh: `${year}年应达到`, en: `Due in ${year}` }} fault={wrong.includes(String(year)) ? { zh: '应为数字', en: 'a number' } : null}>
          {tied => <Input {...tied} inputMode="decimal" maxLength={18} value={field(String(year))} onChange={event => set({ [String(year)]: event.target.value })} />}
        </Field>
      ))}
      <Field label={{ zh: '依据', en: 'Ground' }}>
        {tied => <Input {...tied} maxLength={300} value={field('ground')} onChange={event => set({ ground: event.target.value })} />}
      </Field>
    </FormSheet>
  )
}
