import { type LastCheck } from '../../../../engines/documents/doubt-contract.ts'
import { CheckKind, kindWords } from '../../../../engines/documents/domain/checks/doubt.ts'
import { instantText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import style from './doubts.module.css'

/** How much was compared and what it came to: that little was found says something only beside how much was looked at. */
export function ChecksDone({ last }: { readonly last: LastCheck }) {
  const { language, t } = useLanguage()
  const all = CheckKind.options.reduce((sum, kind) => sum + (last.compared[kind] ?? 0), 0)
  const { contradiction = 0, question = 0, note = 0 } = last.open
  return (
    <div className={style['done']}>
      <p>
        <b>{t({ zh: '待销号{n}条', en: '{n} open' }, { n: contradiction + question + note })}</b>
        {t({ zh: '：不符{contradiction}，待核{question}，提示{note}；已销号{settled}，已消除{lapsed}。', en: ': contradictions {contradiction}, questions {question}, notes {note}; settled {settled}, no longer found {lapsed}.' }, { contradiction, question, note, settled: last.settled, lapsed: last.lapsed })}
      </p>
      <p className={style['aside']}>
        {last.at === null
          ? t({ zh: '尚未检查过。', en: 'The checks have not run yet.' })
          : t({ zh: '最近检查于{at}：{papers}份文件，比对{all}处。', en: 'Last run {at}: {papers} papers, {all} comparisons.' }, { at: instantText(last.at, language), papers: last.papers, all })}
        {last.at !== null && ` ${CheckKind.options.map(kind => `${t(kindWords[kind])} ${last.compared[kind] ?? 0}`).join(t({ zh: '，', en: ', ' }))}${t({ zh: '。', en: '.' })}`}
        {last.stale && <b>{t({ zh: ' 此后有新内容，一分钟内自动再查。', en: ' Something was entered since; they run again within a minute.' })}</b>}
      </p>
    </div>
  )
}
