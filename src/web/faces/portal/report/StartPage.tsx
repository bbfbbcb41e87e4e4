import { type Label } from '../../../../kernel/label.ts'
import { type CasePage } from '../../../../engines/cases/portal/contract.ts'
import { useFrame } from '../frame.tsx'
import { Shell } from '../Shell.tsx'
import { Ask, Box, Wrong } from './Ask.tsx'

/** The numbers of the whole country. */
const emergencies: readonly { readonly name: Label; readonly call: string }[] = [
  { name: { zh: '报警', en: 'Police' }, call: '110' },
  { name: { zh: '火警、救援', en: 'Fire and rescue' }, call: '119' },
  { name: { zh: '急救', en: 'Ambulance' }, call: '120' },
  { name: { zh: '交通事故', en: 'Traffic accident' }, call: '122' },
]

/** Whom to call when it cannot wait; then the first question. */
export function StartPage({ page }: { readonly page: Extract<CasePage, { kind: 'report' }> }) {
  const { frame, t } = useFrame()
  const { form, numbers, open } = page
  return (
    <Shell at="report" title={{ zh: '反映问题', en: 'Report a problem' }}>
      <Wrong form={form} />
      <section className="calls" aria-labelledby="calls">
        <h2 id="calls">{t({ zh: '有危险、等不得，请直接打电话', en: 'In danger, or it cannot wait: call' })}</h2>
        <ul>{[...emergencies, ...numbers].map(({ name, call }) => <li key={call}><a href={`tel:${call}`}><b>{call}</b> {t(name)}</a></li>)}</ul>
      </section>
      {open ? (
        <>
          <h2>{t({ zh: '是什么事？', en: 'What is it about?' })}</h2>
          <Ask form={form} send={{ zh: '下一步', en: 'Next' }}>
            <Box form={form} name="words" label={{ zh: '用一句话说', en: 'In a sentence' }} hint={{ zh: '例如：三元宫门口垃圾没人清。请不要在这里写姓名和电话。', en: 'For example: rubbish in front of the temple is not taken away. Leave out names and telephone numbers here.' }}>
              {box => <textarea {...box} rows={3} maxLength={2000} />}
            </Box>
          </Ask>
          <form className="ask plain" action={form.action} method="post"><p><button type="submit" name="list" value="yes" className="second">{t({ zh: '不写，从清单里选', en: 'Choose from a list instead' })}</button></p></form>
          <p>{t({ zh: '不用登录，大约三分钟。也可以拨打 ', en: 'No account is needed; it takes about three minutes. Or call ' })}<a href="tel:12345">12345</a>{t({ zh: '。已经反映过？', en: '. Reported already? ' })}<a href={`${frame.home}/follow`}>{t({ zh: '查进度', en: 'Follow it' })}</a></p>
        </>
      ) : <p>{t({ zh: '网上反映还没有开通。请拨打 ', en: 'Reporting online is not open here yet. Call ' })}<a href="tel:12345">12345</a>{t({ zh: '，或到街道办事处、社区居委会反映。', en: ', or go to the street office or the community committee.' })}</p>}
    </Shell>
  )
}
