import { type CasePage } from '../../../../engines/cases/portal/contract.ts'
import { instantText } from '../../../format.ts'
import { useFrame } from '../frame.tsx'
import { Shell } from '../Shell.tsx'
import { Wrong } from './Ask.tsx'
import { PhotoForm } from './PhotoForm.tsx'
import { Promises } from '../follow/Promises.tsx'

/** After sending: the number, the code, what happens next and by when. Made to be written down or printed. */
export function SentPage({ page }: { readonly page: Extract<CasePage, { kind: 'report-sent' }> }) {
  const { language, t } = useFrame()
  const { number, code, at, promises, phone, photos, form, follow } = page
  return (
    <Shell at="report" title={{ zh: '已收到，谢谢您', en: 'Received, thank you' }} fault={form.refused !== null}>
      <Wrong form={form} />
      <dl className="ticket">
        <div><dt>{t({ zh: '编号', en: 'Number' })}</dt><dd>{number}</dd></div>
        <div><dt>{t({ zh: '查询码', en: 'Code' })}</dt><dd>{`${code.slice(0, 4)} ${code.slice(4)}`}</dd></div>
        <div><dt>{t({ zh: '收到时间', en: 'Received' })}</dt><dd>{instantText(at, language)}</dd></div>
      </dl>
      <p><b>{t({ zh: '请抄下、截屏或打印编号和查询码。', en: 'Write down, photograph or print the number and the code. ' })}</b>{t({ zh: '查询码只在这里显示，我们不保存，也不会向您索要。', en: 'The code is shown only here; we do not keep it, and nobody will ask you for it.' })}{phone && t({ zh: '忘了查询码，也可以用您留下的电话查。', en: ' If you lose it, the telephone you left will do.' })}</p>
      <h2>{t({ zh: '接下来会怎样', en: 'What happens next' })}</h2>
      <ol className="next">
        <li>{t({ zh: '工作人员看过后受理并交给承办单位；不属受理范围的，会告诉您依据。', en: 'Staff look at it and hand it to the unit that answers for it. If it cannot be taken up, you are told the rule that says so.' })}</li>
        <li>{t({ zh: '承办单位签收、办理，结果在“查进度”里告诉您。', en: 'The unit signs for it and deals with it; the outcome is told under “Follow”.' })}</li>
        <li>{t({ zh: '办结后您可以评价；没有解决的，可以要求重新办理。', en: 'Afterwards you can rate it; if it is not solved, you can have it taken up again.' })}</li>
      </ol>
      <Promises promises={promises} title={{ zh: '最晚什么时候', en: 'By when at the latest' }} ahead />
      <PhotoForm form={form} photos={photos} />
      <p><a className="button" href={follow}>{t({ zh: '查进度', en: 'Follow it' })}</a></p>
    </Shell>
  )
}
