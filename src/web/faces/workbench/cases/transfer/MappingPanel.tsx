import { Button, Select } from 'antd'
import { useState } from 'react'
import { importContract, type ImportView } from '../../../../../engines/cases/transfer/import-contract.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import style from './transfer.module.css'

/** Which column is which part of a case; then every row is tried by that. */
export function MappingPanel({ of, onChecked }: { readonly of: ImportView; readonly onChecked: (view: ImportView) => Promise<void> }) {
  const { t } = useLanguage()
  const [mapping, setMapping] = useState(of.mapping)
  const [doing, setDoing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const taken = new Set(Object.values(mapping))
  const unused = of.headers.filter(header => header !== '' && !taken.has(header))
  const missing = of.meanings.filter(meaning => meaning.needed && mapping[meaning.key] === undefined)
  const choose = (key: string, header: string | undefined) => {
    const { [key]: _, ...rest } = mapping
    setMapping(header === undefined ? rest : { ...rest, [key]: header })
  }
  const check = async () => {
    setDoing(true)
    setError(null)
    try {
      await onChecked(await call(importContract.checkImport, { params: { id: of.id }, body: { mapping } }))
    } catch (failure) {
      setError(failure)
    } finally {
      setDoing(false)
    }
  }
  return (
    <Panel title={t({ zh: '一、各列的含义', en: '1. What the columns mean' })}>
      <details open={of.state === 'uploaded'}>
        <summary>{t({ zh: '{n}列已对上', en: '{n} columns matched' }, { n: Object.keys(mapping).length })}</summary>
        <p>{t({ zh: '已按列名对上；请核对，不对的改选。从登记起算的时限按表中的登记时间算，从受理、派遣起算的从在本系统办理时算。', en: 'Matched by their names; change what is wrong. Limits that begin with receipt run from the time in the file; those that begin with filing or dispatch run from when that is done here.' })}</p>
        <ul className={style['columns']}>
          {of.meanings.map(({ key, name, needed, personal }) => {
            const header = mapping[key]
            const samples = header === undefined ? [] : of.sample.map(cells => cells[of.headers.indexOf(header)] ?? '').filter(text => text !== '')
            return (
              <li key={key}>
                <span>{t(name)}{needed && <b>{t({ zh: '（必选）', en: ' (needed)' })}</b>}{personal && <small className={style['aside']}>{t({ zh: '（个人信息）', en: ' (personal)' })}</small>}</span>
                <Select<string> aria-label={t({ zh: '“{name}”在哪一列', en: 'Which column is “{name}”' }, { name: t(name) })} allowClear showSearch placeholder={t({ zh: '不导入', en: 'Left out' })} value={header ?? null} onChange={(value: string | undefined) => choose(key, value)} options={of.headers.filter(one => one !== '' && (one === header || !taken.has(one))).map(one => ({ value: one, label: one }))} />
                <span className={style['aside']} lang="zh-CN">{samples.map(text => text.slice(0, 40)).join('；')}</span>
              </li>
            )
          })}
        </ul>
        {unused.length > 0 && <p className={style['aside']}>{t({ zh: '不导入的列：{columns}', en: 'Columns left out: {columns}' }, { columns: unused.join('、') })}</p>}
        {error !== null && <Failure error={error} />}
        <p className={`${style['acts']} unprinted`}>
          <Button type={of.state === 'uploaded' ? 'primary' : 'default'} loading={doing} disabled={missing.length > 0} onClick={() => void check()}>{t(of.state === 'uploaded' ? { zh: '试算', en: 'Check every row' } : { zh: '重新试算', en: 'Check again' })}</Button>
          {missing.length > 0 && <span role="status">{t({ zh: '还须选定：{columns}', en: 'Still to be chosen: {columns}' }, { columns: missing.map(meaning => t(meaning.name)).join('、') })}</span>}
        </p>
      </details>
    </Panel>
  )
}
