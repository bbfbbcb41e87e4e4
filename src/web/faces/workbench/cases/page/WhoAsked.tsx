import { Button } from 'antd'
import { useState } from 'react'
import { contract } from '../../../../../engines/cases/contract.ts'
import { call } from '../../../../client.ts'
import { noNumber } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { RevealDialog, type Revealed } from '../../../../parts/cases/RevealDialog.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import style from './page.module.css'
import { type Opened } from './use-case.ts'

/** Who asked, masked. Opened with a reason. */
export function WhoAsked({ opened: { view, type } }: { readonly opened: Opened }) {
  const { t } = useLanguage()
  const [asking, setAsking] = useState(false)
  const { reporter } = view
  const personal = type.fields.filter(field => field.personal)
  const reveal = async (reason: string): Promise<readonly Revealed[]> => {
    const { name, phone, email, fields } = await call(contract.reveal, { params: { id: view.id }, body: { reason } })
    return [
      { name: t({ zh: '姓名', en: 'Name' }), text: name ?? noNumber }, { name: t({ zh: '电话', en: 'Telephone' }), text: phone ?? noNumber, phone }, ...(email === null ? [] : [{ name: t({ zh: '电子邮箱', en: 'E-mail' }), text: email }]),
      ...personal.map(field => ({ name: t(field.name), text: String(fields[field.key] ?? noNumber) })),
    ]
  }
  return (
    <Panel title={t({ zh: '反映人', en: 'Who asked' })} aside={view.mayReveal && (reporter || personal.length > 0) && <Button className="unprinted" size="small" onClick={() => setAsking(true)}>{t({ zh: '查看', en: 'Reveal' })}</Button>}>
      {reporter
        ? <p>{reporter.name ?? t({ zh: '未留姓名', en: 'No name given' })} · {reporter.phone ?? t({ zh: '未留电话', en: 'no telephone' })}{reporter.email && ` · ${reporter.email}`}{reporter.confidential && <b> {t({ zh: '要求保密', en: 'Confidential' })}</b>}</p>
        : <p className={style['small']}>{t({ zh: '没有登记反映人。', en: 'Nobody is on file.' })}</p>}
      {asking && <RevealDialog title={{ zh: '查看反映人信息', en: 'See who asked' }} reveal={reveal} onClose={() => setAsking(false)} />}
    </Panel>
  )
}
