import { useQuery } from '@tanstack/react-query'
import { use } from 'react'
import { type Id } from '../../kernel/id.ts'
import { periodText, quantityText } from '../format.ts'
import { useLanguage } from '../language.tsx'
import { ChainLink } from './ChainLink.tsx'
import { ChainLoader, type SourcedFigure } from './chain.ts'
import { Failure } from './Failure.tsx'
import { HistoryLine } from './HistoryLine.tsx'
import { Loading } from './Loading.tsx'
import style from './SourceSheet.module.css'
import { Vintages } from './Vintages.tsx'

/** All that is behind a figure: what it brought along at once, what the server knows of it as soon as it has answered. */
export function SourceSheet({ known, id }: { readonly known: SourcedFigure; readonly id?: Id }) {
  const { language, t } = useLanguage()
  const load = use(ChainLoader)
  const asked = useQuery({ queryKey: ['figure-chain', id], queryFn: async () => (load && id ? load(id) : null), enabled: load !== null && id !== undefined })
  const chain = asked.data
  const links = chain?.links ?? [{ kind: 'source' as const, source: known.source }]
  return (
    <div className={style['sheet']}>
      <header>
        <h3>{known.name}</h3>
        <p className={style['value']}>{quantityText(known.quantity, language)}</p>
        {known.period && <p className={style['period']}>{periodText(known.period, language)}</p>}
      </header>
      <section>
        <h3 className="unseen">{t({ zh: '来源', en: 'Sources' })}</h3>
        <ol className={style['chain']}>{links.map((link, i) => <ChainLink key={i} link={link} />)}</ol>
      </section>
      {asked.isLoading && <Loading />}
      {asked.isError && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {chain && chain.vintages.length > 1 && <Vintages vintages={chain.vintages} />}
      {chain && chain.history.length > 1 && <HistoryLine name={known.name} unit={known.quantity.unit} history={chain.history} />}
    </div>
  )
}
