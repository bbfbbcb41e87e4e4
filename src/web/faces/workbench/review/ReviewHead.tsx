import { Button } from 'antd'
import { Link } from 'react-router'
import { type Paper } from '../../../../engines/documents/contract.ts'
import { dayText, instantText, noNumber, shareText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { paperKinds, paperStates, sizeText } from '../imports/paper-words.ts'
import { fieldNames } from './front-matter-fields.ts'
import style from './review.module.css'
import { findingStates } from './review-words.ts'

/** What the paper is, how far its review has come, who else is at it, and what is still asked. */
export function ReviewHead({ paper, others, onForm }: { readonly paper: Paper; readonly others: readonly string[]; readonly onForm: () => void }) {
  const { language, t } = useLanguage()
  const { all, open, doubtful, accepted, corrected, rejected } = paper.progress
  const parts = [['accepted', accepted], ['corrected', corrected], ['rejected', rejected]] as const
  return (
    <div className={style['about']}>
      <p className={style['facts']}>
        <b>{t(paperStates[paper.state])}</b>
        <span>{t(paperKinds[paper.kind])}</span>
        <span>{t({ zh: '{year}年度', en: 'for {year}' }, { year: paper.year ?? noNumber })}</span>
        {paper.date && <span>{dayText(paper.date, language)}</span>}
        <span>{paper.name}（{sizeText(paper.size)}）</span>
        <span>{t({ zh: '{by}于{at}导入', en: 'imported by {by}, {at}' }, { by: paper.importedBy, at: instantText(paper.importedAt, language) })}</span>
        {paper.acceptedAt !== null && paper.state === 'accepted' && <span>{t({ zh: '{by}于{at}采纳', en: 'accepted by {by}, {at}' }, { by: paper.acceptedBy ?? noNumber, at: instantText(paper.acceptedAt, language) })}</span>}
      </p>
      <div className={style['progress']}>
        <div className={style['bar']} aria-hidden="true">
          {parts.map(([state, n]) => <span key={state} className={style[state]} style={{ width: `${all === 0 ? 0 : (n / all) * 100}%` }} />)}
        </div>
        <p>
          <b>{t({ zh: '已核{decided}/{all}（{share}）', en: '{decided} of {all} decided ({share})' }, { decided: all - open, all, share: shareText(all - open, all, 0) })}</b>
          <span>{t({ zh: '待核{n}', en: '{n} open' }, { n: open })}</span>
          <b>{t({ zh: '其中存疑{n}', en: '{n} of them doubtful' }, { n: doubtful })}</b>
          {parts.map(([state, n]) => <span key={state}>{t(findingStates[state])} {n}</span>)}
          {others.length > 0 && <span className={style['others']}>{t({ zh: '{names}也打开着此文件', en: '{names} also has this paper open' }, { names: others.join('、') })}</span>}
        </p>
      </div>
      {paper.state === 'accepted' && (
        <p className={style['asks']}>
          {t({ zh: '已写入台账，不能再改；如需修改请先撤回。', en: 'This is in the ledger and can no longer change; retract it first if it must.' })}
          {paper.year !== null && <Link to={`/plan/${paper.year}`}>{t({ zh: '看{year}年目标与承诺事项', en: 'See the targets and commitments of {year}' }, { year: paper.year })}</Link>}
        </p>
      )}
      {paper.needed.length > 0 && paper.state !== 'accepted' && (
        <p className={style['asks']}>
          {t({ zh: '文中没有写明{fields}，采纳前请补上。', en: 'The paper does not say its {fields}; fill that in before accepting.' }, { fields: t(fieldNames(paper.needed)) })}
          <Button size="small" onClick={onForm}>{t({ zh: '填写表头', en: 'Fill it in' })}</Button>
        </p>
      )}
    </div>
  )
}
