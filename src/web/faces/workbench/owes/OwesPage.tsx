import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from 'react-router'
import { owesContract, type OwedView } from '../../../../engines/supervision/owes/contract.ts'
import { owedKinds, owedWords } from '../../../../engines/supervision/domain/owes.ts'
import { addressOf, call } from '../../../client.ts'
import { Absent } from '../../../frame/Absent.tsx'
import { useLanguage } from '../../../language.tsx'
import { UnitSelect } from '../../../parts/org/UnitSelect.tsx'
import { useSession } from '../../../session.tsx'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useUrlState } from '../../../url-state.ts'
import { OwedTable } from './OwedTable.tsx'
import style from './owes.module.css'

const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text)

/** `/owes`: what one's own unit owes now; `/units/:id/owes`: what another does. */
export function OwesPage() {
  const { id = '' } = useParams()
  const { t } = useLanguage()
  const asked = useQuery({ queryKey: ['owes', id], queryFn: ({ signal }) => call(owesContract.owes, { query: { ...(id !== '' && { unit: id }) }, signal }), enabled: id === '' || isId(id) })
  if (id !== '' && !isId(id)) return <Absent />
  if (asked.isError) return <Page title={t({ zh: '单位应办清单', en: 'What a unit owes now' })}><Failure error={asked.error} retry={() => void asked.refetch()} /><Choose /></Page>
  if (!asked.data) return <Loading lines={10} />
  const { unit, own, items, counts, cut, silences } = asked.data
  const sheet = (form: 'xlsx' | 'csv') => addressOf(owesContract.exportOwes, { query: { unit: unit.id, form } })
  return (
    <Page
      title={t({ zh: '{unit}应办清单', en: 'What {unit} owes now' }, { unit: unit.name })} asOf={asked.data.today} printable
      actions={<><DownloadLink to={sheet('xlsx')}>{t({ zh: '导出 xlsx', en: 'xlsx' })}</DownloadLink><DownloadLink to={sheet('csv')}>{t({ zh: '导出 CSV', en: 'CSV' })}</DownloadLink></>}
    >
      <div className={`${style['others']} unprinted`}>
        {own.filter(one => one.id !== unit.id).map(one => <Link key={one.id} lang="zh-CN" to={`/units/${one.id}/owes`}>{one.name}</Link>)}
        <Choose />
        <Link to={`/units/${unit.id}`}>{t({ zh: '全年责任清单', en: 'What it owes in the year' })}</Link>
        <Link to={`/notices?addressee=${unit.id}`}>{t({ zh: '历次督办单', en: 'All its notices' })}</Link>
      </div>
      <Panel title={t({ zh: '应办事项', en: 'What is to be done' })}>
        <Counts counts={counts} />
        {silences > 0 && <p>{t({ zh: '今年督办单逾期不反馈{n}次。', en: 'Notices left without an answer in time this year: {n}.' }, { n: silences })}</p>}
        {cut && <p className={style['note']}>{t({ zh: '工单太多，只列出最先到期的500件。', en: 'There are more cases; the 500 due first are listed.' })}</p>}
        <Listed items={items} />
      </Panel>
    </Page>
  )
}

/** The rows that the chosen kind leaves; the choice stands in the address. */
function Listed({ items }: { readonly items: readonly OwedView[] }) {
  const [kind] = useUrlState('kind'), [late] = useUrlState('late')
  const rows = items.filter(item => (kind === '' || item.kind === kind) && (late === '' || item.late))
  const empty = items.length === 0
    ? <Empty title={{ zh: '没有应办事项', en: 'Nothing is owed' }} next={{ zh: '督办单、堵点、决定事项、报表、月度投资、逾期的承诺事项和工单落到本单位时，会列在这里。', en: 'Notices, blockers, decisions, returns, months, late commitments and cases stand here once they are the unit’s.' }} />
    : <Empty title={{ zh: '这一类没有', en: 'None of this kind' }} next={{ zh: '再点一次数字，看全部。', en: 'Press the number again to see all.' }} />
  return <OwedTable rows={rows} empty={empty} />
}

function Counts({ counts }: { readonly counts: { readonly all: number; readonly late: number; readonly kinds: Readonly<Record<(typeof owedKinds)[number], { readonly all: number; readonly late: number }>> } }) {
  const { t } = useLanguage()
  const [kind, setKind] = useUrlState('kind'), [late, setLate] = useUrlState('late')
  return (
    <>
      <p className={style['finding']}>{t({ zh: '共{all}项，其中逾期{late}项。', en: '{all} in all, {late} of them late.' }, { all: counts.all, late: counts.late })}</p>
      <ul className={style['counts']} aria-label={t({ zh: '按种类', en: 'By kind' })}>
        <li><button type="button" aria-pressed={late !== ''} onClick={() => setLate(late === '' ? 'true' : '')}><b>{counts.late}</b> {t({ zh: '逾期', en: 'Late' })}</button></li>
        {owedKinds.filter(one => counts.kinds[one].all > 0).map(one => (
          <li key={one}><button type="button" aria-pressed={kind === one} onClick={() => setKind(kind === one ? '' : one)}><b>{counts.kinds[one].all}</b> {t(owedWords[one])}{counts.kinds[one].late > 0 && <small> {t({ zh: '逾期{n}', en: '{n} late' }, { n: counts.kinds[one].late })}</small>}</button></li>
        ))}
      </ul>
    </>
  )
}

/** Another unit, for those who see more than their own. */
function Choose() {
  const { t } = useLanguage()
  const { may } = useSession()
  const navigate = useNavigate()
  if (!may('case.supervise')) return null
  return <span className={style['choose']}><UnitSelect aria-label={t({ zh: '看其他单位', en: 'Another unit' })} value={[]} onChange={([chosen]) => { if (chosen !== undefined) void navigate(`/units/${chosen}/owes`) }} /></span>
}
