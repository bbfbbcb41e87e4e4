import { Button, Drawer } from 'antd'
import { useRef, useState } from 'react'
import { contract, type SheetReply } from '../../../engines/indicators/contract.ts'
import { contract as ledgers } from '../../../engines/plan/ledgers/contract.ts'
import { contract as projects } from '../../../engines/projects/contract.ts'
import { addDays } from '../../../kernel/time.ts'
import { addressOf, call } from '../../client.ts'
import { useLanguage } from '../../language.tsx'
import { useLedgerChange } from '../../parts/plan/ledger-queries.ts'
import { today } from '../../today.ts'
import { Failure } from '../../ui/Failure.tsx'
import { DownloadLink } from '../../ui/DownloadLink.tsx'
import style from './SheetImport.module.css'

const texts = {
  register: {
    title: { zh: '导入指标台账', en: 'Import the register' },
    how: { zh: '表头与导出的台账一致，一行一项指标；代码已有的按行更新，没有的新增，空格不改动原有内容。', en: 'With the headers of an exported register, a row each: known codes are changed, new ones added, empty cells change nothing.' },
  },
  figures: {
    title: { zh: '导入数值', en: 'Import figures' },
    how: { zh: '表头与导出的数值一致，一行一个数值；同一行再次导入不会重复入账。', en: 'With the headers of exported figures, a row each: the same row twice is one figure.' },
  },
  particulars: {
    title: { zh: '表格填报台账栏目', en: 'Tell the columns by a sheet' },
    how: { zh: '下载填报表，改动要报的格子，填好截至日期和依据再导入；与现有内容相同的行不重报，阶段退回的写明理由。', en: 'Download the sheet, change the cells that are to be told, give day and ground and bring it back; rows that stand already are not told again, and a stage that goes back needs its reason.' },
  },
  months: {
    title: { zh: '导入月度投资', en: 'Tell months by a sheet' },
    how: { zh: '下载填报表，填好当月完成投资（万元）再导入，一行一个项目一个月份；已审核的月份不能重报。', en: 'Download the sheet, fill in what was done in the month (10,000 yuan) and bring it back, a row for a project and a month; approved months cannot be told again.' },
  },
} as const

const lastMonth = (day: string) => addDays(`${day.slice(0, 7)}-01`, -1).slice(0, 7)

/** Takes a sheet in: checked first, every cell that does not fit is named, and all of it is taken or nothing. */
export function SheetImport({ of, onClose, ledger = '' }: { readonly of: keyof typeof texts; readonly onClose: () => void; /** The ledger whose columns are told. */ readonly ledger?: string }) {
  const { t } = useLanguage()
  const changed = useLedgerChange()
  const field = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [reply, setReply] = useState<SheetReply | null>(null)
  const [doing, setDoing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const example = { register: () => addressOf(contract.exportRegister, { query: { form: 'xlsx' } }), figures: () => addressOf(contract.exportFigures, { query: { form: 'xlsx' } }), particulars: () => addressOf(ledgers.particularsSheet, { params: { id: ledger }, query: { form: 'xlsx' } }), months: () => addressOf(projects.monthsSheet, { query: { form: 'xlsx', month: lastMonth(today()) } }) }[of]()

  const send = async (given: File, check: boolean) => {
    setDoing(true)
    setError(null)
    try {
      const asked = { query: { check: check ? 'true' : 'false' }, file: given } as const // the two words that the contract knows
      const answer = of === 'particulars' ? await call(ledgers.importParticulars, { params: { id: ledger }, ...asked }) : await call({ register: contract.importRegister, figures: contract.importFigures, months: projects.importMonths }[of], asked)
      setReply(answer)
      if (!check) await changed()
    } catch (failure) {
      setReply(null)
      setError(failure)
    } finally {
      setDoing(false)
    }
  }
  const take = (given: File | undefined) => {
    if (!given) return
    setFile(given)
    void send(given, true)
  }
  const fits = reply !== null && reply.faults.length === 0
  return (
    <Drawer open onClose={onClose} title={t(texts[of].title)} size="min(680px, 100vw)">
      <div className={style['import']}>
        <p>{t(texts[of].how)}</p>
        <p className={style['acts']}>
          <Button type={fits ? 'default' : 'primary'} onClick={() => field.current?.click()} loading={doing}>{t(file ? { zh: '换一个文件', en: 'Another file' } : { zh: '选择 xlsx 或 CSV', en: 'Choose xlsx or CSV' })}</Button>
          <DownloadLink to={example}>{t(of === 'months' || of === 'particulars' ? { zh: '下载填报表', en: 'The sheet to fill in' } : { zh: '下载现有数据作样表', en: 'What there is, as a sample' })}</DownloadLink>
        </p>
        <input ref={field} className="unseen" type="file" tabIndex={-1} accept=".xlsx,.csv" aria-label={t(texts[of].title)} onChange={event => { take(event.target.files?.[0]); event.target.value = '' }} />
        {error !== null && <Failure error={error} />}
        {file && reply && (
          <div aria-live="polite" className={style['import']}>
            <p><b>{file.name}</b> {t({ zh: '共{n}行', en: '{n} rows' }, { n: reply.rows })}</p>
            {reply.faults.length > 0 && <Faults reply={reply} />}
            {fits && reply.checkedOnly && (
              <p className={style['acts']}>
                <span>{t({ zh: '每一格都合格。', en: 'Every cell fits.' })}</span>
                <Button type="primary" loading={doing} onClick={() => void send(file, false)}>{t({ zh: '全部写入', en: 'Take all of it in' })}</Button>
              </p>
            )}
            {fits && !reply.checkedOnly && <p>{t({ zh: '已写入：新增{added}，更新{changed}；其余与现有内容相同。', en: 'Taken in: {added} added, {changed} changed; the rest was there already.' }, { added: reply.added, changed: reply.changed })}</p>}
          </div>
        )}
      </div>
    </Drawer>
  )
}

function Faults({ reply }: { readonly reply: SheetReply }) {
  const { t } = useLanguage()
  return (
    <>
      <p role="alert">{t({ zh: '有{n}处不合格，没有写入任何数据。请按下表在文件中改正后再选一次。', en: '{n} cells do not fit and nothing was written. Mend them in the file and choose it again.' }, { n: reply.faults.length })}</p>
      <table className={style['faults']}>
        <thead>
          <tr><th scope="col">{t({ zh: '行', en: 'Row' })}</th><th scope="col">{t({ zh: '列', en: 'Column' })}</th><th scope="col">{t({ zh: '内容', en: 'Cell' })}</th><th scope="col">{t({ zh: '应为', en: 'Expected' })}</th></tr>
        </thead>
        <tbody>
          {reply.faults.map(fault => <tr key={`${fault.row}-${fault.column}`}><td>{fault.row}</td><td lang="zh-CN">{fault.column}</td><td lang="zh-CN">{fault.value}</td><td>{t(fault.message)}</td></tr>)}
        </tbody>
      </table>
    </>
  )
}
