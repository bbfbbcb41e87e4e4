import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { type Publication } from '../../../../engines/plan/domain/publication/publication.ts'
import { publicationContract } from '../../../../engines/plan/publications/contract.ts'
import { type Label } from '../../../../kernel/label.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useSession } from '../../../session.tsx'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { Confirm } from '../parts/Confirm.tsx'
import style from './publications.module.css'
import { usePublicationChange } from './use-publications.ts'

type Act = 'approve' | 'sendBack' | 'takeBack' | 'withdraw'
type ActsProps = { readonly publication: Publication; readonly changedMeanwhile: number; readonly closed: boolean }

const reasoned = {
  sendBack: { title: { zh: '退回', en: 'Return it' }, says: { zh: '内容不公布，编制人会看到理由，可以重新编制。', en: 'Nothing becomes public; who prepared it sees the reason and can prepare it again.' } },
  takeBack: { title: { zh: '收回', en: 'Take it back' }, says: { zh: '内容不再等待批准，可以重新编制。', en: 'It no longer waits for approval and can be prepared again.' } },
  withdraw: { title: { zh: '撤回已公布的内容', en: 'Withdraw it' }, says: { zh: '公众立即看不到这一期，改为看到前一期（如果有）；这一期的页面写明已撤回，不写理由。', en: 'The public no longer sees it and sees the one before, where there is one. Its page says that it was withdrawn, not why.' } },
} as const satisfies Record<Exclude<Act, 'approve'>, { readonly title: Label; readonly says: Label }>

/** What this person may do with it. Who prepared it never approves it. */
export function PublicationActs({ publication, changedMeanwhile, closed }: ActsProps) {
  const { t } = useLanguage()
  const { me, may } = useSession()
  const changed = usePublicationChange()
  const [act, setAct] = useState<Act | null>(null)
  const [knowing, setKnowing] = useState(false)
  const { id, version, state } = publication
  const own = me.person === publication.preparedBy
  const approves = may('publication.approve')
  const acts: readonly Act[] = state === 'waiting' ? [...(approves && !own ? ['approve', 'sendBack'] as const : []), ...(own && may('publication.prepare') ? ['takeBack'] as const : [])] : state === 'public' && approves ? ['withdraw'] : []
  if (acts.length === 0 && state !== 'waiting') return null
  const approve = async () => { await call(publicationContract.approve, { params: { id }, body: { version, knowing } }); await changed() }
  const withReason = async (reason: string) => {
    if (act === null || act === 'approve') return
    await call(publicationContract[act], { params: { id }, body: { version, reason } })
    await changed()
  }
  const asked = act === null || act === 'approve' ? null : reasoned[act]
  return (
    <div className={`${style['acts']} unprinted`}>
      {state === 'waiting' && !acts.includes('approve') && <p>{t(own ? { zh: '等待另一人批准。', en: 'It waits for another person.' } : { zh: '等待批准。', en: 'It waits for approval.' })}</p>}
      {acts.includes('approve') && <Button type="primary" disabled={closed} onClick={() => setAct('approve')}>{t({ zh: '批准公布', en: 'Approve' })}</Button>}
      {acts.includes('sendBack') && <Button onClick={() => setAct('sendBack')}>{t({ zh: '退回', en: 'Return' })}</Button>}
      {acts.includes('takeBack') && <Button onClick={() => setAct('takeBack')}>{t({ zh: '收回', en: 'Take back' })}</Button>}
      {acts.includes('withdraw') && <Button danger onClick={() => setAct('withdraw')}>{t({ zh: '撤回', en: 'Withdraw' })}</Button>}
      <Confirm open={act === 'approve'} title={{ zh: '批准公布', en: 'Approve the publication' }} act={{ zh: '批准公布', en: 'Approve' }} mayAct={changedMeanwhile === 0 || knowing} onConfirm={approve} onClose={() => { setAct(null); setKnowing(false) }}>
        <p>{t({ zh: '公众立即可以看到{n}项承诺及其灯，也可以下载。', en: 'The public sees {n} promises with their lights at once, and can download them.' }, { n: publication.lines })}</p>
        {changedMeanwhile > 0 && <Checkbox checked={knowing} onChange={event => setKnowing(event.target.checked)}>{t({ zh: '已看过送批后的{n}项变化，仍按送批时的内容公布', en: 'I know the {n} changes since and publish it as it was prepared' }, { n: changedMeanwhile })}</Checkbox>}
      </Confirm>
      {asked && <ConfirmWithReason open title={asked.title} act={asked.title} consequence={t(asked.says)} onConfirm={withReason} onClose={() => setAct(null)} />}
    </div>
  )
}
