import { useQuery } from '@tanstack/react-query'
import { contract } from '../../../../engines/returns/contract.ts'
import { stateWords } from '../../../../engines/returns/domain/sheet.ts'
import { call } from '../../../client.ts'
import { dayText, periodText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useSession } from '../../../session.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import style from './unit.module.css'

/** Sheets that this unit has still to file or that are on their way; only for those who may see unpublished figures. */
export function OpenReturns({ unit }: { readonly unit: string }) {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const sheets = useQuery({ queryKey: ['plan', 'unit-returns', unit], queryFn: ({ signal }) => call(contract.sheets, { query: { unit, limit: 50 }, signal }), enabled: may('figure.unpublished') })
  const open = (sheets.data?.items ?? []).filter(sheet => sheet.state !== 'accepted')
  if (open.length === 0) return null
  return (
    <Panel title={t({ zh: '未办结的报表', en: 'Returns under way' })} aside={<small>{open.length}</small>}>
      <ul className={style['lines']}>
        {open.map(sheet => (
          <li key={sheet.id}>
            {t(sheet.form.name)} · {periodText(sheet.period, language)} · {t({ zh: '{day}前报送', en: 'due {day}' }, { day: dayText(sheet.dueOn, language) })} · {t(stateWords[sheet.state])}
            {sheet.punctuality.days > 0 && <b>{t({ zh: '，逾期{n}天', en: ', {n} days late' }, { n: sheet.punctuality.days })}</b>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
