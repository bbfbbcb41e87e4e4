import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { contract, type IndicatorPage } from '../../../../engines/indicators/contract.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { useSession } from '../../../session.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Refused } from '../../../ui/Refused.tsx'
import style from './indicator.module.css'
import { SimilarEntries } from './SimilarEntries.tsx'

/** Under which names papers speak of it, which near names are other things, and entries that may be the same. */
export function NamesPanel({ page: { indicator, similar } }: { readonly page: IndicatorPage }) {
  const { t } = useLanguage()
  const { may } = useSession()
  const changed = useLedgerChange()
  const [name, setName] = useState('')
  const [scope, setScope] = useState('')
  const [doing, setDoing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { id, version } = indicator
  const edits = may('register.edit')

  const act = async (does: () => Promise<unknown>) => {
    setDoing(true)
    setError(null)
    try {
      await does()
      await changed()
      return true
    } catch (failure) {
      setError(failure)
      return false
    } finally {
      setDoing(false)
    }
  }
  const add = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '' && await act(() => call(contract.confirmName, { params: { id }, body: { name: name.trim(), scope: scope.trim() || null, version } }))) { setName(''); setScope('') }
  }
  return (
    <Panel title={t({ zh: '名称', en: 'Names' })}>
      {indicator.aliases.length === 0 && indicator.notNames.length === 0 && <p className={style['aside']}>{t({ zh: '没有别名。', en: 'No other names.' })}</p>}
      {indicator.aliases.length > 0 && (
        <>
          <p className={style['aside']}>{t({ zh: '文件中也称作', en: 'Papers also call it' })}</p>
          <ul className={style['names']}>
            {indicator.aliases.map(alias => (
              <li key={`${alias.name} ${alias.scope ?? ''}`}>
                <span lang="zh-CN">{alias.name}</span>
                {alias.scope && <span className={style['aside']}>{t({ zh: '限于“{scope}”', en: 'only beside “{scope}”' }, { scope: alias.scope })}</span>}
                {alias.confirmedBy && <span className={style['aside']}>{t({ zh: '{by}确认', en: 'confirmed by {by}' }, { by: alias.confirmedBy })}</span>}
                {edits && <button type="button" className={`${style['remove']} unprinted`} disabled={doing} onClick={() => void act(() => call(contract.removeName, { params: { id }, body: { name: alias.name, scope: alias.scope, version } }))}>{t({ zh: '删除', en: 'remove' })}<span className="unseen"> {alias.name}</span></button>}
              </li>
            ))}
          </ul>
        </>
      )}
      {indicator.notNames.length > 0 && (
        <div className={style['part']}>
          <p className={style['aside']}>{t({ zh: '相近但不是它', en: 'Near names that are other things' })}</p>
          <ul className={style['names']}>{indicator.notNames.map(other => <li key={other} lang="zh-CN">{other}</li>)}</ul>
        </div>
      )}
      <SimilarEntries indicator={indicator} similar={similar} />
      {edits && (
        <form className={`${style['part']} unprinted`} onSubmit={event => void add(event)}>
          <Field label={{ zh: '增加别名', en: 'Another name' }}>{tied => <Input {...tied} maxLength={120} value={name} onChange={event => setName(event.target.value)} />}</Field>
          <Field label={{ zh: '只在旁边有这些词时（可不填）', en: 'Only where these words stand near (may be left empty)' }}>{tied => <Input {...tied} maxLength={60} value={scope} onChange={event => setScope(event.target.value)} />}</Field>
          <p><Button htmlType="submit" disabled={name.trim() === ''} loading={doing}>{t({ zh: '增加', en: 'Add' })}</Button></p>
        </form>
      )}
      {error !== null && <Refused error={error} onReload={() => { setError(null); void changed() }} />}
    </Panel>
  )
}
