import { useQuery } from '@tanstack/react-query'
import { use } from 'react'
import { type Id } from '../../kernel/id.ts'
import { periodText, quantityText } from '../format.ts'
import { useLanguage } from '../language.tsx'
import { ChainLink } from './ChainLink.tsx'
import { ChainLoader, type SourcedFigure } from './chain.ts'
import { OpenDoubts } from './OpenDoubts.tsx'
import { Failure } from './Failure.tsx'
import { HistoryLine } from './HistoryLine.tsx'
import { Loading } from './Loading.tsx'
import style from './SourceSheet.module.css'
import { Vintages } from './Vintages.tsx'

/** All that is behind a figure: what it brought along at once, what the server knows of it as soon as it has answered. */
export function SourceSheet({ known, id }: { readonly known: SourcedFigure | null; readonly id: Id | null }) {
  const { language, t } = useLanguage()
  const { chain: load } = use(ChainLoader)
  const unit = known?.quantity?.unit ?? null
  const asked = useQuery({ queryKey: ['figure-chain', id, unit], queryFn: async ({ signal }) => (id === null ? null : load(id, unit, signal)), enabled: id !== null })
  const chain = asked.data
  const figure = known ?? chain
  const links = chain?.links ?? (known ? [known.source, ...known.also ?? []].map(source => ({ kind: 'source' as const, source })) : [])
  return (
    <div className={style['sheet']}>
      {figure && (
        <div className={style['top']}>
          <h2>{figure.name}</h2>
          <p className={style['value']}>{figure.words ?? quantityText(figure.quantity, language)}</p>
          {figure.period && <p className={style['period']}>{periodText(figure.period, language)}</p>}
        </div>
      )}
      {links.length > 0 && (
        <section>
          <h3 className="unseen">{t({ zh: '来源', en: 'Sources' })}</h3>
          <ol className={style['chain']}>{links.map((link, i) => <ChainLink key={i} link={link} />)}</ol>
        </section>
      )}
      {figure && <OpenDoubts finding={figure.source.kind === 'document' ? figure.source.fact ?? null : null} figure={id} />}
      {asked.isLoading && <Loading />}
      {asked.isError && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {chain && chain.vintages.length > 1 && <Vintages vintages={chain.vintages} />}
      {chain?.quantity && chain.history.length > 1 && <HistoryLine name={known?.name ?? chain.name} unit={chain.quantity.unit} history={chain.history} />}
    </div>
  )
}
