import { contract } from '../../../../engines/org/contract.ts'
import { type Day } from '../../../../kernel/time.ts'
import { Button } from 'antd'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { usePages } from '../parts/use-pages.ts'
import { unitKind } from './org-words.ts'
import style from './organisation.module.css'
import { UnitLink } from './UnitLink.tsx'

/** Units whose name holds these words or whose code they are, in place of the tree. */
export function FoundUnits({ q, on, chosen }: { readonly q: string; readonly on: Day; readonly chosen: string }) {
  const { t } = useLanguage()
  const found = usePages(['units', { q }, on], ({ after, signal }) => call(contract.units, { query: { q, on, limit: 40, ...(after && { after }) }, signal }))
  if (found.isPending) return <Loading />
  if (found.error) return <Failure error={found.error} retry={found.retry} />
  if (found.rows.length === 0) return <Empty title={{ zh: '没有找到单位', en: 'No unit found' }} next={{ zh: '用名称中的几个字，或完整的代码。', en: 'Use a part of the name, or the whole code.' }} />
  return (
    <div className={style['tree']}>
      <p className={style['kind']}>{t({ zh: '找到{n}个单位', en: '{n} units found' }, { n: found.total })}</p>
      <ul>
        {found.rows.map(unit => (
          <li key={unit.id} className={style['found']}><UnitLink unit={unit} current={unit.id === chosen} /><small>{t(unitKind[unit.kind])}{unit.parentName && ` · ${unit.parentName}`}</small></li>
        ))}
      </ul>
      {found.more.total > found.rows.length && <Button loading={found.more.loading} onClick={found.more.load}>{t({ zh: '再显示一些', en: 'Show more' })}</Button>}
    </div>
  )
}
