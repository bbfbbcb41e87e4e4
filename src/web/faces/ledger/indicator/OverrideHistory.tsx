import { useQuery } from '@tanstack/react-query'
import { contract } from '../../../../engines/indicators/contract.ts'
import { type Override } from '../../../../engines/indicators/schema.ts'
import { type Label } from '../../../../kernel/label.ts'
import { call } from '../../../client.ts'
import { dayText, instantText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { today } from '../../../today.ts'
import { LightShape } from '../../../ui/LightShape.tsx'
import style from './targets.module.css'

/** How an override stands on a day: it holds, it ended by itself, or somebody ended it before. */
function stateOf(override: Pick<Override, 'until'> & { readonly withdrawn: boolean }, day: string): Label {
  if (override.withdrawn) return { zh: '已撤回', en: 'withdrawn' }
  return day <= override.until ? { zh: '生效中', en: 'in force' } : { zh: '已到期，自动恢复系统判定', en: 'ended by itself; the computed light came back' }
}

/** Every light that a person ever set over this target, newest first; nothing where nobody did. */
export function OverrideHistory({ target }: { readonly target: string }) {
  const { language, t } = useLanguage()
  const { data } = useQuery({ queryKey: ['register', 'target', target], queryFn: ({ signal }) => call(contract.target, { params: { id: target }, signal }) })
  if (!data || data.overrides.length === 0) return null
  const day = today()
  return (
    <>
      <h4>{t({ zh: '人工调灯记录', en: 'Lights set by hand' })}</h4>
      <ol className={style['statements']}>
        {data.overrides.map(override => (
          <li key={override.id}>
            <LightShape light={override.light} /> <span className={style['aside']}>{t({ zh: '{by}于{at}调整，有效至{until}', en: 'by {by} on {at}, until {until}' }, { by: override.by, at: instantText(override.at, language), until: dayText(override.until, language) })}</span>{' '}
            <b className={style['inforce']}>{t(stateOf(override, day))}</b> <span className={style['aside']}>{t({ zh: '理由：', en: 'Reason: ' })}<span lang="zh-CN">{override.reason}</span></span>
          </li>
        ))}
      </ol>
    </>
  )
}
