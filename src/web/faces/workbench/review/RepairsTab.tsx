import { Button } from 'antd'
import { useLanguage } from '../../../language.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { reachable } from '../parts/reachable.ts'
import { useReview } from './review-context.ts'
import { repairKinds } from './review-words.ts'
import style from './side.module.css'

/** Places of one kind that are listed one by one; more are counted. */
const listedPlaces = 12

/** What was repaired before reading, kind by kind, each with its places: nothing is corrected silently. */
export function RepairsTab() {
  const { t } = useLanguage()
  const { paper, lookAt } = useReview()
  if (paper.repairs.length === 0) return <Empty title={{ zh: '没有需要修复的地方', en: 'Nothing had to be repaired' }} next={{ zh: '原文完整，按原样读取。', en: 'The text was whole and was read as it is.' }} />
  const kinds = [...new Set(paper.repairs.map(repair => repair.kind))]
  return (
    <div className={style['scroll']} {...reachable}>
      <p className={style['intro']}>{t({ zh: '原文一字未改。以下只是读取时如何理解，点击可看原文。', en: 'Not a character of the paper was changed. This is how it was understood; click to see the place.' })}</p>
      <ul className={style['repairs']}>
        {kinds.map(kind => {
          const repairs = paper.repairs.filter(repair => repair.kind === kind)
          const count = repairs.reduce((sum, repair) => sum + repair.count, 0)
          return (
            <li key={kind}>
              <h2>{t(repairKinds[kind])}<small>{t({ zh: '{n}处', en: '{n} places' }, { n: count })}</small></h2>
              <p>
                {repairs.slice(0, listedPlaces).map(repair => <Button key={repair.start} type="link" size="small" onClick={() => lookAt({ start: repair.start, end: Math.max(repair.end, repair.start + 1) })}>{repairs.length === 1 && count > 1 ? t({ zh: '看第一处', en: 'Show the first' }) : t({ zh: '第{n}字', en: 'character {n}' }, { n: repair.start + 1 })}</Button>)}
                {repairs.length > listedPlaces && t({ zh: '等', en: 'and more' })}
              </p>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
