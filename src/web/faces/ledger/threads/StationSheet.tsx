import { Drawer } from 'antd'
import { type ThreadPage } from '../../../../engines/documents/domain/threads/contract.ts'
import { type Evidence, stationLabels } from '../../../../engines/documents/domain/threads/station.ts'
import { periodText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { ChainLink } from '../../../ui/ChainLink.tsx'
import { stationKeys } from './station-words.ts'
import { StationShape } from './StationShape.tsx'
import style from './line.module.css'

/** What a station rests on (`?station=2023-dropped`): both sources side by side, down to the characters where the paper is on file. */
export function StationSheet({ page }: { readonly page: ThreadPage }) {
  const { t } = useLanguage()
  const { what, close } = useOpened('station')
  const station = page.line[stationKeys(page.line).indexOf(what)]
  const paper = page.papers.find(p => p.key === station?.paper)
  const leftOut = station !== undefined && (station.kind === 'dropped' || station.kind === 'silent' || station.kind === 'not-renewed')
  return (
    <Drawer open={station !== undefined} onClose={close} title={station && t({ zh: '{year}年：{what}', en: '{year}: {what}' }, { year: station.year, what: t(stationLabels[station.kind]) })} size="min(920px, 100vw)" destroyOnHidden>
      {station && (
        <>
          <p className={style['what']}><StationShape kind={station.kind} /><span lang="zh-CN">{t(station.words)}</span></p>
          <div className={style['sides']}>
            {station.evidence.map((evidence, i) => <Side key={i} evidence={evidence} />)}
            {leftOut && paper && (
              <section className={style['side']}>
                <h3>{t({ zh: '未见于', en: 'Not found in' })}</h3>
                <p className={style['value']} lang="zh-CN">{paper.title}</p>
                <p className={style['note']}>{t({ zh: '按已挂接的内容判定。如果文件里其实说了，请用“补记说法”记下它在哪里。', en: 'Judged by what is linked here. If the paper does say it, note where with “Note what a paper says”.' })}</p>
              </section>
            )}
          </div>
        </>
      )}
    </Drawer>
  )
}

function Side({ evidence }: { readonly evidence: Evidence }) {
  const { language } = useLanguage()
  return (
    <section className={style['side']}>
      <h3 lang="zh-CN">{evidence.name}{evidence.period !== null && ` · ${periodText(evidence.period, language)}`}</h3>
      <p className={style['value']} lang="zh-CN">{evidence.words}</p>
      <ol><ChainLink link={{ kind: 'source', source: evidence.source }} /></ol>
    </section>
  )
}
