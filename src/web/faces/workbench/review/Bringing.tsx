import { type Brought } from '../../../../engines/documents/contract.ts'
import { type Label } from '../../../../kernel/label.ts'
import { useLanguage } from '../../../language.tsx'
import style from './review.module.css'

const kinds = {
  figures: { zh: '数值', en: 'figures' },
  targets: { zh: '目标', en: 'targets' },
  commitments: { zh: '承诺事项', en: 'commitments' },
  terms: { zh: '名词', en: 'words explained' },
  newIndicators: { zh: '新设指标', en: 'new indicators' },
  factOnly: { zh: '仅留作事实', en: 'kept as facts' },
  leftOut: { zh: '存疑未入账', en: 'doubtful, left out' },
} as const satisfies Record<keyof Brought, Label>

/** How many of each kind a paper brings, or brought, into the ledger. */
export function Bringing({ brought }: { readonly brought: Brought }) {
  const { t } = useLanguage()
  return (
    <dl className={style['bringing']}>
      {(Object.keys(kinds) as (keyof Brought)[]).map(kind => ( // the table names exactly these
        <div key={kind}><dt>{t(kinds[kind])}</dt><dd>{brought[kind]}</dd></div>
      ))}
    </dl>
  )
}
