import { type CasePage } from '../../../../engines/cases/portal/contract.ts'
import { useFrame } from '../frame.tsx'
import { Ask, Box, Wrong } from '../report/Ask.tsx'
import { Shell } from '../Shell.tsx'

/** Which report, and the proof that it is one's own. */
export function FollowPage({ page: { form } }: { readonly page: Extract<CasePage, { kind: 'follow' }> }) {
  const { frame, t } = useFrame()
  return (
    <Shell at="follow" title={{ zh: '查进度', en: 'Follow a report' }} fault={form.faults.length > 0 || form.refused !== null}>
      <Wrong form={form} />
      <Ask form={form} send={{ zh: '查询', en: 'Look it up' }}>
        <Box form={form} name="number" label={{ zh: '编号', en: 'Number' }} hint={{ zh: '字母和数字，如 RX20230829123456。', en: 'Letters and digits, such as RX20230829123456.' }}>{box => <input {...box} type="text" maxLength={40} autoComplete="off" autoCapitalize="characters" spellCheck={false} />}</Box>
        <Box form={form} name="proof" label={{ zh: '查询码，或您留下的电话', en: 'Code, or the telephone you left' }}>{box => <input {...box} type="text" inputMode="numeric" maxLength={40} autoComplete="off" />}</Box>
      </Ask>
      <p>{t({ zh: '编号和查询码都找不到了？请拨打 ', en: 'Lost both? Call ' })}<a href="tel:12345">12345</a>{t({ zh: '。还没反映过？', en: '. Nothing reported yet? ' })}<a href={`${frame.home}/report`}>{t({ zh: '反映问题', en: 'Report a problem' })}</a></p>
    </Shell>
  )
}
