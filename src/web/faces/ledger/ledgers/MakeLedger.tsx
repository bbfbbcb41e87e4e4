import { Input, Select } from 'antd'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { contract } from '../../../../engines/plan/ledgers/contract.ts'
import { type LedgerKind } from '../../../../engines/plan/ledgers/schema.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import { LineChoice } from './LineChoice.tsx'
import { freshLines, idsIn } from './line-choice.ts'
import { useOffers } from './use-ledgers.ts'

type MakeLedgerProps = { readonly offer: string; readonly year: number; readonly kinds: readonly LedgerKind[]; readonly onClose: () => void }

/** Makes a ledger: of a paper's annex, of what the plan holds, or of lines entered one by one. */
export function MakeLedger({ offer: asked, year, kinds, onClose }: MakeLedgerProps) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const changed = useLedgerChange()
  const offers = useOffers(year, true).data?.items ?? []
  const offer = asked === '' ? undefined : offers[Number(asked)]
  const first = useMemo(() => ({ kind: offer?.kind ?? (kinds.find(k => k.span === 'year') ?? kinds[0])?.key ?? '', span: '', title: offer?.title ?? '', ground: offer ? '报告附件' : '', cap: '', commitments: offer?.commitments.map(c => c.id).join(' ') ?? '', targets: '', fresh: '' }), [offer, kinds])
  const { fields, set, forget } = useDraft(`ledger-${year}-${offer?.title ?? ''}`, first)
  const kind = kinds.find(k => k.key === fields.kind)
  const usual = kind?.span === 'five-year' ? `${year - ((year - 1) % 5)}-${year - ((year - 1) % 5) + 4}` : String(year)
  const span = fields.span === '' ? usual : fields.span
  const title = fields.title === '' && kind ? `${span}年${kind.name.zh}` : fields.title
  const cap = /^\d{1,5}$/.test(fields.cap.trim()) ? Number(fields.cap) : null
  const ready = kind !== undefined && title.trim() !== '' && fields.ground.trim() !== '' && (!kind.capped || (cap !== null && cap > 0))

  const save = async () => {
    if (!kind) return
    const made = await call(contract.make, { body: { kind: kind.key, span, title: title.trim(), ground: fields.ground.trim(), cap: kind.capped ? cap : null, commitments: kind.of === 'commitment' ? idsIn(fields.commitments) : [], targets: kind.of === 'target' ? idsIn(fields.targets) : [], fresh: kind.of === 'commitment' ? freshLines(fields.fresh, span) : [] } })
    forget()
    await changed()
    void navigate(`/ledgers/${made.id}`)
  }
  return (
    <FormSheet open title={{ zh: '建立台账', en: 'Make a ledger' }} act={{ zh: '建立', en: 'Make it' }} ready={ready} onSubmit={save} onClose={onClose}>
      <Field label={{ zh: '类别', en: 'Kind' }} {...(kind && { hint: kind.what })}>
        {tied => <Select<string> {...tied} value={fields.kind} onChange={value => set({ kind: value, span: '', title: '' })} options={kinds.map(k => ({ value: k.key, label: t(k.name) }))} />}
      </Field>
      <Field label={{ zh: '时期', en: 'Years' }} hint={kind?.span === 'five-year' ? { zh: '五年，如2021-2025', en: 'five years, such as 2021-2025' } : { zh: '一个年度，如2025', en: 'one year, such as 2025' }}>
        {tied => <Input {...tied} maxLength={9} value={span} onChange={event => set({ span: event.target.value.trim() })} />}
      </Field>
      <Field label={{ zh: '名称', en: 'Title' }}>
        {tied => <Input {...tied} maxLength={300} value={title} onChange={event => set({ title: event.target.value })} />}
      </Field>
      {kind?.capped && (
        <Field label={{ zh: '总数上限', en: 'Cap' }} hint={{ zh: '以上级核定的数为准；列满后不能再加', en: 'As set from above; nothing is added beyond it' }}>
          {tied => <Input {...tied} inputMode="numeric" maxLength={5} value={fields.cap} onChange={event => set({ cap: event.target.value })} />}
        </Field>
      )}
      <Field label={{ zh: '依据', en: 'Ground' }} hint={{ zh: '凭什么立账：报告附件、来文、会议纪要', en: 'On what it rests: an annex, a letter, minutes' }}>
        {tied => <Input {...tied} maxLength={300} value={fields.ground} onChange={event => set({ ground: event.target.value })} />}
      </Field>
      {kind && <LineChoice kind={kind} span={span} fields={fields} set={set} />}
    </FormSheet>
  )
}
