import { Button } from 'antd'
import { type LedgerKind } from '../../../../engines/plan/ledgers/schema.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { Panel } from '../../../ui/Panel.tsx'
import style from './ledgers.module.css'
import { useOffers } from './use-ledgers.ts'

/** Lists that an accepted paper brought as an annex, each with what a ledger made of it would hold. */
export function Offers({ year, kinds }: { readonly year: number; readonly kinds: readonly LedgerKind[] }) {
  const { t } = useLanguage()
  const { open } = useOpened('form')
  const offers = useOffers(year, true)
  return (
    <>
      {(offers.data?.items ?? []).map((offer, i) => {
        const kind = kinds.find(k => k.key === offer.kind)
        return (
          <Panel key={offer.title} title={t({ zh: '文件里有一份“{title}”，还没有立账', en: 'A paper brought “{title}”, of which there is no ledger yet' }, { title: offer.title })}>
            <ol className={style['steps']} lang="zh-CN">{offer.commitments.map(c => <li key={c.id}>{c.title} <span className={style['small']}>{t({ zh: '{n}项内容', en: '{n} parts' }, { n: c.parts })}</span></li>)}</ol>
            <p className={`${style['acts']} unprinted`}>
              <Button type="primary" onClick={() => open(`make:${i}`)}>{t({ zh: '立为台账', en: 'Make a ledger of it' })}</Button>
              {kind && <span className={style['aside']}>{t({ zh: '类别：', en: 'Kind: ' })}{t(kind.name)}</span>}
            </p>
          </Panel>
        )
      })}
    </>
  )
}
