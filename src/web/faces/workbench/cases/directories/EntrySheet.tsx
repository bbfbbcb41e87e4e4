import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { directoryContract } from '../../../../../engines/cases/directories/contract.ts'
import { type Directory } from '../../../../../engines/cases/schema.ts'
import { call } from '../../../../client.ts'
import { dayText, instantText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { fieldText } from '../../../../parts/cases/field-text.ts'
import { RevealDialog } from '../../../../parts/cases/RevealDialog.tsx'
import parts from '../../../../parts/cases/cases.module.css'
import { Failure } from '../../../../ui/Failure.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { EntryForm } from './EntryForm.tsx'
import style from './directories.module.css'

/** A line of a directory with all its fields and what was changed of it. What is personal is opened with a reason. */
export function EntrySheet({ directory, id, onClose }: { readonly directory: Directory; readonly id: string; readonly onClose: () => void }) {
  const { language, t } = useLanguage()
  const [doing, setDoing] = useState<'reveal' | 'edit' | null>(null)
  const found = useQuery({ queryKey: ['directory', directory.key, 'entry', id], queryFn: ({ signal }) => call(directoryContract.entry, { params: { key: directory.key, id }, signal }) })
  const of = found.data
  const reveal = async (reason: string) => {
    const { fields } = await call(directoryContract.revealEntry, { params: { key: directory.key, id }, body: { reason } })
    return directory.fields.filter(field => field.personal).map(field => { const text = fieldText(field, fields[field.key], { language, t }); return { name: t(field.name), text, phone: /^[+\d][\d -]{4,19}$/.test(text) ? text : null } })
  }
  return (
    <Drawer open title={of?.name ?? t(directory.row)} onClose={onClose} size="min(560px, 100vw)">
      {found.isPending && <Loading lines={6} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {of && (
        <div className={style['sheet']}>
          <p><span lang="zh-CN">{[of.unit.street, of.unit.name].filter(name => name !== null).join(' · ')}</span>{of.generated && <> · <b>{t({ zh: '演示生成', en: 'Made up for the demonstration' })}</b></>}{of.until !== null && <> · {t({ zh: '{day}起停用', en: 'Not in use from {day}' }, { day: dayText(of.until, language) })}</>}</p>
          <dl className={parts['facts']}>{directory.fields.map(field => <div key={field.key}><dt>{t(field.name)}</dt><dd lang="zh-CN">{fieldText(field, of.fields[field.key], { language, t })}</dd></div>)}</dl>
          <p className={style['acts']}>
            {of.mayReveal && <Button onClick={() => setDoing('reveal')}>{t({ zh: '查看个人信息', en: 'Reveal what is personal' })}</Button>}
            {of.mayEdit && <Button onClick={() => setDoing('edit')}>{t({ zh: '修改', en: 'Change' })}</Button>}
          </p>
          <section aria-label={t({ zh: '变动记录', en: 'What was changed' })}>
            <b>{t({ zh: '变动记录', en: 'What was changed' })}</b>
            {of.changes.length === 0 && <p className={style['aside']}>{t({ zh: '自{day}登记以来没有变动。', en: 'Nothing was changed since it was entered, {day}.' }, { day: dayText(of.from, language) })}</p>}
            <ul className={style['changes']}>
              {of.changes.map(({ version, at, by, reason, before }) => (
                <li key={version}>
                  {instantText(at, language)} <span lang="zh-CN">{by}：{reason}</span>
                  {before && <p className={style['aside']} lang="zh-CN">{t({ zh: '此前：', en: 'Before: ' })}{before.name} · {before.unit} · {directory.fields.map(field => `${t(field.name)} ${fieldText(field, before.fields[field.key], { language, t })}`).join('；')}</p>}
                </li>
              ))}
            </ul>
          </section>
          <p><Link to={`/cases?q=${encodeURIComponent(of.name)}`}>{t({ zh: '查找提到它的工单', en: 'Find cases that mention it' })}</Link></p>
          {doing === 'reveal' && <RevealDialog title={{ zh: '查看个人信息', en: 'See what is personal' }} reveal={reveal} onClose={() => setDoing(null)} />}
          {doing === 'edit' && <EntryForm directory={directory} entry={of} onClose={() => setDoing(null)} onReload={() => void found.refetch()} />}
        </div>
      )}
    </Drawer>
  )
}
