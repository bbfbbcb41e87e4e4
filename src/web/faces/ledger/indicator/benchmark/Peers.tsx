import { type PeerFigure } from '../../../../../engines/indicators/benchmark-contract.ts'
import { dayText, quantityText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { useOpened } from '../../../../opened.ts'
import { useSession } from '../../../../session.tsx'
import { SourcedWords } from '../../../../ui/SourcedWords.tsx'
import style from '../indicator.module.css'

/** What other districts published for the period, with paper and day; what was withdrawn stays, with its reason. */
export function Peers({ peers }: { readonly peers: readonly PeerFigure[] }) {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const { open } = useOpened('form')
  const words = ({ level, change }: PeerFigure) => [level && quantityText(level, language), change && t({ zh: '增长{value}', en: 'growth {value}' }, { value: quantityText(change, language) })].filter(part => part !== null).join(t({ zh: '，', en: ', ' }))
  return (
    <details>
      <summary>{t({ zh: '其他区的数和来源（{n}条）', en: 'Figures of other districts and their sources ({n})' }, { n: peers.length })}</summary>
      <ul className={style['list']}>
        {peers.map(peer => (
          <li key={peer.id}>
            <span><span lang="zh-CN">{peer.name}</span> <span className={style['aside']}>{peer.code}</span> {peer.withdrawn ? <s>{words(peer)}</s> : <SourcedWords name={peer.name} words={words(peer)} source={peer.source} period={peer.period} />}</span>
            <small>{peer.source.kind === 'generated' ? t({ zh: '演示用生成，不是实际数据', en: 'made up for the demonstration, no fact' }) : t({ zh: '{day}公布，{by}录入', en: 'published {day}, entered by {by}' }, { day: dayText(peer.saidOn, language), by: peer.by })}{peer.withdrawn && t({ zh: '；{by}撤回：{because}', en: '; withdrawn by {by}: {because}' }, peer.withdrawn)}</small>
            {!peer.withdrawn && may('register.edit') && <button type="button" className={`${style['remove']} unprinted`} onClick={() => open(`withdraw-peer:${peer.id}`)}>{t({ zh: '撤回', en: 'Withdraw' })}</button>}
          </li>
        ))}
      </ul>
    </details>
  )
}
