import { Button, Input } from 'antd'
import { useLanguage } from '../../../../language.tsx'
import { evidenceFrom } from './move-forms.ts'
import style from './page.module.css'

/** Pieces of evidence, each with what it shows and its number; photographs are put to the case itself. */
export function EvidenceInput({ id, describedBy, text, set }: { readonly id: string; readonly describedBy: string; readonly text: string; readonly set: (text: string) => void }) {
  const { t } = useLanguage()
  const pieces = evidenceFrom(text)
  const shown = pieces.length === 0 ? [{ what: '', reference: '' }] : pieces
  const plain = (typed: string) => typed.replaceAll(/[\t\n]/g, ' ')
  const save = (next: readonly { readonly what: string; readonly reference: string }[]) => set(next.every(one => one.what === '' && one.reference === '') ? '' : next.map(one => `${one.what}\t${one.reference}`).join('\n'))
  const change = (at: number, more: Partial<(typeof shown)[number]>) => save(shown.map((one, i) => (i === at ? { ...one, ...more } : one)))
  return (
    <ul className={style['evidence']}>
      {shown.map((one, i) => (
        <li key={i}>
          <Input {...(i === 0 && { id, 'aria-describedby': describedBy })} {...(i > 0 && { 'aria-label': t({ zh: '第{n}份佐证：证明什么', en: 'Evidence {n}: what it shows' }, { n: i + 1 }) })} maxLength={200} placeholder={t({ zh: '证明什么', en: 'What it shows' })} value={one.what} onChange={event => change(i, { what: plain(event.target.value) })} />
          <Input aria-label={t({ zh: '第{n}份佐证：文号或编号', en: 'Evidence {n}: its number' }, { n: i + 1 })} maxLength={200} placeholder={t({ zh: '文号或编号（可不填）', en: 'Number (may be left empty)' })} value={one.reference} onChange={event => change(i, { reference: plain(event.target.value) })} />
        </li>
      ))}
      <li><Button size="small" disabled={shown.length >= 30 || shown.at(-1)?.what === ''} onClick={() => set(`${text}\n\t`)}>{t({ zh: '再加一份', en: 'Add another' })}</Button></li>
    </ul>
  )
}
