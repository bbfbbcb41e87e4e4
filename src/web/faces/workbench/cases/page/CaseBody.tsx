import { Link } from 'react-router'
import { useState } from 'react'
import { type MoveKind } from '../../../../../engines/cases/contract.ts'
import { isEnd } from '../../../../../engines/cases/domain/machine.ts'
import { doneWords } from '../../../../../engines/cases/domain/words.ts'
import { useLanguage } from '../../../../language.tsx'
import { RepeatedMatter } from '../../../../parts/cases/RepeatedMatter.tsx'
import { Columns } from '../../../../ui/Columns.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { Nearby } from '../routing/Nearby.tsx'
import { RoutingPanel } from '../routing/RoutingPanel.tsx'
import { Attachments } from './Attachments.tsx'
import { Clocks } from './Clocks.tsx'
import { CoUnits } from './CoUnits.tsx'
import { History } from './History.tsx'
import { Matter } from './Matter.tsx'
import { MoveBar } from './MoveBar.tsx'
import style from './page.module.css'
import { PlacePanel } from './PlacePanel.tsx'
import { Standing } from './Standing.tsx'
import { type Opened } from './use-case.ts'
import { WhoAsked } from './WhoAsked.tsx'

/** All that a case shows: what may be done, where it stands, what it is, who works on it, what happened. */
export function CaseBody({ opened, refetch, narrow = false }: { readonly opened: Opened; readonly refetch: () => void; readonly narrow?: boolean }) {
  const { t } = useLanguage()
  const [done, setDone] = useState<{ readonly kind: MoveKind; readonly gone: boolean } | null>(null)
  if (done?.gone) {
    return (
      <Notice role="status" title={t({ zh: '已办理：{what}', en: 'Done: {what}' }, { what: t(doneWords[done.kind]) })} actions={<Link to="/cases">{t({ zh: '回到工单清单', en: 'Back to the list' })}</Link>}>
        <p>{t({ zh: '{number}已交由其他单位办理，不再在您的查看范围内。', en: '{number} is with another unit now and no longer among the cases you see.' }, { number: opened.view.number })}</p>
      </Notice>
    )
  }
  const main = <><Matter opened={opened} /><RoutingPanel id={opened.view.id} seq={opened.view.seq} category={opened.present.category} urgency={opened.present.urgency} moves={opened.view.moves} refetch={refetch} onAssigned={() => setDone({ gone: false, kind: 'dispatched' })} /><CoUnits opened={opened} /><Attachments id={opened.view.id} names={opened.view.names} /><History opened={opened} /></>
  const aside = <><Clocks opened={opened} /><PlacePanel opened={opened} />{!isEnd(opened.present.state) && <Nearby type={opened.view.type.key} category={opened.present.category} point={opened.present.place.point} except={opened.view.id} />}<RepeatedMatter of={{ containing: opened.view.id }} /><WhoAsked opened={opened} /></>
  return (
    <div className={style['body']}>
      <Standing opened={opened} />
      <p role="status" className={done ? style['done'] : 'unseen'}>{done && t({ zh: '已办理：{what}', en: 'Done: {what}' }, { what: t(doneWords[done.kind]) })}</p>
      <MoveBar opened={opened} refetch={refetch} onDone={(gone, kind) => setDone({ gone, kind })} />
      {narrow ? <div className={style['body']}>{aside}{main}</div> : <Columns main={main} aside={aside} />}
    </div>
  )
}
