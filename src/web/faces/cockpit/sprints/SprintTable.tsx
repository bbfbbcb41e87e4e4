import { Button } from 'antd'
import { Link } from 'react-router'
import { type SprintItemView, type SprintView } from '../../../../engines/supervision/sprints/contract.ts'
import { sprintThings } from '../../../../engines/supervision/domain/sprint-words.ts'
import { dayOf } from '../../../../kernel/time.ts'
import { dayText, noNumber, signedText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { LightShape } from '../../../ui/LightShape.tsx'
import style from './sprints.module.css'

type SprintTableProps = { readonly sprint: SprintView; readonly onTell: (item: SprintItemView) => void; readonly onTake: ((item: SprintItemView) => void) | null }

/** What stands on a sprint, with its light as it is today and what was told last. */
export function SprintTable({ sprint, onTell, onTake }: SprintTableProps) {
  const { t } = useLanguage()
  const acts: Column<SprintItemView> = {
    key: 'acts', title: { zh: '办理', en: 'Do' }, value: () => null, width: 110,
    render: row => (
      <span className={`${style['acts']} unprinted`}>
        {row.mine && <Button size="small" type={row.toTell ? 'primary' : 'default'} onClick={() => onTell(row)}>{t(row.toTell ? { zh: '填报', en: 'Tell' } : { zh: '改报', en: 'Tell again' })}<span className="unseen"> {row.title}</span></Button>}
        {onTake && <Button size="small" onClick={() => onTake(row)}>{t({ zh: '撤下', en: 'Take off' })}<span className="unseen"> {row.title}</span></Button>}
      </span>
    ),
  }
  const columns: readonly Column<SprintItemView>[] = [
    { key: 'title', title: { zh: '事项', en: 'Thing' }, value: row => row.title, render: row => <span className={style['what']}>{row.page ? <Link lang="zh-CN" to={row.page}><b>{row.title}</b></Link> : <b lang="zh-CN">{row.title}</b>}<small>{t(sprintThings[row.kind])}</small></span>, sortable: true, width: 220 },
    { key: 'unit', title: { zh: '责任单位', en: 'Unit' }, value: row => row.unit.name, render: row => <span lang="zh-CN">{row.unit.name}</span>, sortable: true, width: 140 },
    { key: 'reach', title: { zh: '到期要达到', en: 'To be reached' }, value: row => row.reach, render: row => <span lang="zh-CN">{row.reach}</span>, width: 180 },
    { key: 'light', title: { zh: '灯（今天）', en: 'Light today' }, value: row => row.light, render: row => (row.light ? <span className={style['what']}><LightShape light={row.light} />{row.lead !== null && <small>{t({ zh: '{n}点', en: '{n} points' }, { n: signedText(row.lead, 1) })}</small>}</span> : noNumber), sortable: true, width: 110 },
    { key: 'told', title: { zh: '最近填报', en: 'Told last' }, value: row => row.told.at(-1)?.words ?? null, render: row => <Told row={row} />, width: 220 },
    { key: 'missed', title: { zh: '漏报', en: 'Missed' }, value: row => row.missed.length, render: row => (row.missed.length === 0 ? noNumber : <span className={style['what']}><b>{t({ zh: '{n}轮', en: '{n} rounds' }, { n: row.missed.length })}</b><small>{t({ zh: '第{nos}轮', en: 'No. {nos}' }, { nos: row.missed.join(t({ zh: '、', en: ', ' })) })}</small></span>), sortable: true, width: 110 },
    ...(onTake !== null || sprint.items.some(item => item.mine) ? [acts] : []),
  ]
  return <DataTable name="sprint" caption={{ zh: '攻坚行动清单', en: 'The list of the sprint' }} rows={sprint.items} columns={columns} keyOf={row => row.id} ownSheet={false} empty={<Empty title={{ zh: '清单是空的', en: 'Nothing stands on it' }} next={onTake ? { zh: '点“列入事项”，或按 a 键。', en: 'Press “Put a thing on”, or the key a.' } : { zh: '督查部门列入事项后，会出现在这里。', en: 'What supervision puts on stands here.' }} />} />
}

function Told({ row }: { readonly row: SprintItemView }) {
  const { language, t } = useLanguage()
  const last = row.told.at(-1)
  if (!last) return <>{t(row.toTell ? { zh: '本轮待报', en: 'This round is to be told' } : { zh: '还没有填报', en: 'Nothing told yet' })}</>
  return (
    <span className={style['what']}>
      {row.reached && <b>{t({ zh: '已达到', en: 'Reached' })}</b>}
      <span lang="zh-CN">{last.words}</span>
      {last.remains !== '' && <small>{t({ zh: '还差：', en: 'Remains: ' })}<span lang="zh-CN">{last.remains}</span></small>}
      <small>{t({ zh: '第{no}轮，{by}，{day}', en: 'Round {no}, {by}, {day}' }, { no: last.round, by: last.by, day: dayText(dayOf(last.at), language) })}{row.toTell && t({ zh: '；本轮待报', en: '; this round is to be told' })}</small>
    </span>
  )
}
