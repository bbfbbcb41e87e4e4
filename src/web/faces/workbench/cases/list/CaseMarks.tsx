import { type CaseRowView } from '../../../../../engines/cases/contract.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { useLanguage } from '../../../../language.tsx'
import style from './list.module.css'

/** What is out of the ordinary with a case, in words: how far it climbed, joint supervision, what waits for approval, how often it was done again. */
export function marksOf(row: CaseRowView): Label[] {
  return [
    ...(row.step > 0 ? [{ zh: `已升级${row.step}级`, en: `Climbed ${row.step}` }] : []),
    ...(row.joint ? [{ zh: '联合督办', en: 'Joint supervision' }] : []),
    ...(row.asked ? [row.asked === 'extension' ? { zh: '申请延期待批', en: 'Asks for more time' } : { zh: '申请挂起待批', en: 'Asks to be suspended' }] : []),
    ...(row.reworks > 0 ? [{ zh: `返工${row.reworks}次`, en: `Done again ${row.reworks}` }] : []),
  ]
}

export function CaseMarks({ row }: { readonly row: CaseRowView }) {
  const { t } = useLanguage()
  return <span className={style['marks']}>{marksOf(row).map((mark, i) => <span key={mark.en}>{i > 0 && ' · '}<b>{t(mark)}</b></span>)}</span>
}
