import { Button, Radio } from 'antd'
import { useState } from 'react'
import { contract, type SheetNow, type SheetView } from '../../../../../engines/returns/contract.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { ConfirmWithReason } from '../../../../ui/ConfirmWithReason.tsx'
import { Confirm } from '../../parts/Confirm.tsx'
import { useReturnsChange } from '../use-sheets.ts'
import { ReopenSheet } from './ReopenSheet.tsx'
import style from './sheet.module.css'
import { type Saving } from './use-cells.ts'

const savingWords = {
  saved: { zh: '已全部保存', en: 'All saved' }, typing: { zh: '正在填写……', en: 'Typing…' }, saving: { zh: '正在保存……', en: 'Saving…' },
  away: { zh: '连接不上服务器，已先存在本机，恢复后自动上传', en: 'The server cannot be reached; kept in this browser and sent when it is back' }, refused: { zh: '没有保存成功，见上方说明', en: 'Not saved; see above' },
} as const satisfies Record<Saving, { zh: string; en: string }>

type SheetActsProps = {
  readonly sheet: SheetView
  readonly saving: Saving
  readonly empty: number
  readonly doubts: number
  readonly answered: number
  readonly filled: number
  readonly flush: () => Promise<boolean>
  readonly onTried: () => void
  readonly hear: (now: SheetNow) => void
}

/** The next step of the sheet, for whoever may take it, and how far what was typed is saved. */
export function SheetActs({ sheet, saving, empty, doubts, answered, filled, flush, onTried, hear }: SheetActsProps) {
  const { t } = useLanguage()
  const changed = useReturnsChange()
  const [asked, ask] = useState<'submit' | 'approve' | 'accept' | 'send-back' | 'reopen' | null>(null)
  const [to, setTo] = useState<'open' | 'submitted'>('open')
  const { may, standing, id } = sheet
  const close = () => ask(null)
  const done = async (now: SheetNow) => { hear(now); await changed() }
  const ready = empty === 0 && doubts === 0 && sheet.missing.length === 0
  const submit = () => { onTried(); if (ready) ask('submit') }
  return (
    <div className={style['bar']}>
      <p className={style['grow']} aria-live="polite">
        {may.fill && <>{t(savingWords[saving])}{' · '}{ready ? t({ zh: '可以报送', en: 'Ready to submit' }) : t({ zh: '还有{empty}项未填，{doubts}处待处理', en: '{empty} cells empty, {doubts} findings open' }, { empty, doubts })}</>}
        {may.own && standing.state !== 'open' && standing.state !== 'accepted' && t({ zh: '您是报送人，须由另一位同志审核和核收', en: 'You submitted it; somebody else has to approve and accept it' })}
      </p>
      {may.sendBack && <Button onClick={() => { setTo('open'); ask('send-back') }}>{t({ zh: '退回', en: 'Send back' })}</Button>}
      {may.reopen && <Button onClick={() => ask('reopen')}>{t({ zh: '重开填报项以修订', en: 'Reopen cells to revise' })}</Button>}
      {may.fill && <Button type="primary" onClick={submit}>{t({ zh: '报送', en: 'Submit' })}</Button>}
      {may.approve && <Button type="primary" onClick={() => ask('approve')}>{t({ zh: '审核通过', en: 'Approve' })}</Button>}
      {may.accept && <Button type="primary" onClick={() => ask('accept')}>{t({ zh: '核收并锁定', en: 'Accept and lock' })}</Button>}

      <Confirm open={asked === 'submit'} title={{ zh: '报送这张填报表', en: 'Submit this sheet' }} act={{ zh: '确认报送', en: 'Submit' }} onClose={close} onConfirm={async () => {
        if (!(await flush())) throw new Error('not saved')
        // The version that stands after everything typed was saved.
        const { standing: { version } } = await call(contract.sheet, { params: { id } })
        await done(await call(contract.submit, { params: { id }, body: { version } }))
      }}>
        <p>{t({ zh: '共填{filled}项，{answered}处提示已说明理由。报送后由负责人审核，退回之前不能再改。', en: '{filled} cells filled, {answered} warnings answered. The head approves it next; until it is sent back it cannot be changed.' }, { filled, answered })}</p>
      </Confirm>
      <Confirm open={asked === 'approve'} title={{ zh: '审核通过', en: 'Approve' }} act={{ zh: '审核通过', en: 'Approve' }} onClose={close} onConfirm={async () => done(await call(contract.approve, { params: { id }, body: { version: standing.version } }))}>
        <p>{t({ zh: '由{name}报送。审核通过后交计划部门核收。', en: 'Submitted by {name}. The planner accepts it next.' }, { name: standing.submitted?.by ?? '' })}</p>
      </Confirm>
      <Confirm open={asked === 'accept'} title={{ zh: '核收并锁定', en: 'Accept and lock' }} act={{ zh: '核收', en: 'Accept' }} onClose={close} onConfirm={async () => done(await call(contract.accept, { params: { id }, body: { version: standing.version } }))}>
        <p>{t({ zh: '核收后锁定，{n}个数写入台账；以后更正须重开填报项，原数保留。', en: 'It is locked and {n} figures go into the ledger; a correction later means reopening cells, and the old figures stay.' }, { n: filledCells(sheet) })}</p>
      </Confirm>
      <ConfirmWithReason open={asked === 'send-back'} title={{ zh: '退回', en: 'Send back' }} act={{ zh: '退回', en: 'Send back' }} atLeast={2} onClose={close} onConfirm={async reason => done(await call(contract.sendBack, { params: { id }, body: { version: standing.version, to, reason } }))} consequence={(
        standing.state === 'approved'
          ? <Radio.Group value={to} onChange={event => setTo(event.target.value === 'submitted' ? 'submitted' : 'open')} options={[{ value: 'open', label: t({ zh: '退回填报人修改', en: 'To whoever fills it' }) }, { value: 'submitted', label: t({ zh: '退回负责人重新审核', en: 'To the head, to look again' }) }]} />
          : <p>{t({ zh: '退回后由填报人修改，再次报送；已填内容都保留。', en: 'Whoever fills it mends it and submits it again; everything entered is kept.' })}</p>
      )} />
      {asked === 'reopen' && <ReopenSheet sheet={sheet} onClose={close} onDone={done} />}
    </div>
  )
}

const filledCells = (sheet: SheetView) => sheet.rows.filter(row => (row.row.by === 'typed' && row.beside.brought === null) || row.row.by === 'count').filter(row => row.value !== null && (sheet.standing.revising?.includes(row.key) ?? true)).length
