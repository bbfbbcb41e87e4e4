import { type Label } from '../../../../kernel/label.ts'
import { type CasePage } from '../../../../engines/cases/portal/contract.ts'
import { type Step } from '../../../../engines/cases/domain/portal/answers.ts'
import { useFrame } from '../frame.tsx'
import { Shell } from '../Shell.tsx'
import { Ask, Wrong } from './Ask.tsx'
import { KindQuestion, LookOver, NearQuestion, WhoQuestion, WordsQuestion } from './questions.tsx'
import { WhereQuestion } from './where.tsx'

const titles = {
  kind: { zh: '属于哪一类？', en: 'Which kind is it?' },
  where: { zh: '在哪里？', en: 'Where is it?' },
  words: { zh: '具体是什么情况？', en: 'What exactly is the matter?' },
  near: { zh: '是不是已经有人反映了？', en: 'Has it been reported already?' },
  who: { zh: '怎么联系您？', en: 'How can we reach you?' },
  look: { zh: '核对后提交', en: 'Look it over and send' },
} as const satisfies Record<Step, Label>

/** One question of a report on a page of its own. */
export function StepPage({ page }: { readonly page: Extract<CasePage, { kind: 'report-step' }> }) {
  const { t } = useFrame()
  const { shown, form, at, of, back } = page
  return (
    <Shell at="report" title={titles[shown.step]} fault={form.faults.length > 0 || form.refused !== null} over={t({ zh: '反映问题，第{at}步，共{of}步', en: 'Report a problem, step {at} of {of}' }, { at, of })}>
      <Wrong form={form} />
      <Ask form={form} send={shown.step === 'look' ? { zh: '提交', en: 'Send' } : { zh: '下一步', en: 'Next' }}><Question page={page} /></Ask>
      <p><a className="back" href={back}>{t({ zh: '上一步', en: 'Back' })}</a></p>
    </Shell>
  )
}

function Question({ page: { shown, form } }: { readonly page: Extract<CasePage, { kind: 'report-step' }> }) {
  switch (shown.step) {
    case 'kind': return <KindQuestion form={form} shown={shown} />
    case 'where': return <WhereQuestion form={form} shown={shown} />
    case 'words': return <WordsQuestion form={form} shown={shown} />
    case 'near': return <NearQuestion form={form} shown={shown} />
    case 'who': return <WhoQuestion form={form} />
    case 'look': return <LookOver form={form} shown={shown} />
  }
}
