import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { type Verb, verbLabels, verbsForKey } from '../../../../engines/org/domain/permission.ts'
import { addDays } from '../../../../kernel/time.ts'
import { contract } from '../../../../server/keys/contract.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { type Post, PostSelect } from '../../../parts/org/PostSelect.tsx'
import { today } from '../../../today.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'

/** Issues a key that acts as a post, within what is ticked here. */
export function IssueKeyForm({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: () => void }) {
  const { t } = useLanguage()
  const [name, setName] = useState('')
  const [post, setPost] = useState<Post | null>(null)
  const [verbs, setVerbs] = useState<readonly Verb[]>([])
  const [until, setUntil] = useState(addDays(today(), 180))
  const mayGive = post ? verbsForKey(post.role) : []
  const ready = name.trim().length >= 2 && post !== null && verbs.length > 0 && until !== ''
  const issue = async () => {
    if (!post) return
    await call(contract.issue, { body: { name: name.trim(), post: post.id, verbs: [...verbs], until } })
    onDone()
  }
  return (
    <FormSheet open title={{ zh: '签发接口密钥', en: 'Issue a key' }} act={{ zh: '签发', en: 'Issue' }} ready={ready} onSubmit={issue} onClose={onClose}>
      <Field label={{ zh: '用于哪个系统', en: 'For which system' }} hint={{ zh: '会记入审计记录，如“财政国库系统”。', en: 'It stands in the audit trail, such as “treasury system”.' }}>{tied => <Input {...tied} maxLength={60} value={name} onChange={event => setName(event.target.value)} />}</Field>
      <Field label={{ zh: '以谁的岗位办理', en: 'Acts as whose post' }} hint={{ zh: '密钥只能办理此岗位能办的事，岗位结束即失效。', en: 'It can do what this post can, and ends with it.' }}>{tied => <PostSelect id={tied.id} aria-describedby={tied['aria-describedby']} value={post ? [post.id] : []} onChange={(_, [chosen]) => { setPost(chosen ?? null); setVerbs([]) }} />}</Field>
      <Field label={{ zh: '给它哪些权限', en: 'What it may do' }} hint={{ zh: '审核、采纳、调灯等决定不能交给系统。', en: 'Approving, accepting and overriding stay with people.' }}>
        {tied => (post === null
          ? <p id={tied.id}>{t({ zh: '请先选岗位。', en: 'Choose the post first.' })}</p>
          : mayGive.length === 0
            ? <p id={tied.id}>{t({ zh: '此岗位没有可交给系统的权限。', en: 'This post has nothing that a system may do.' })}</p>
            : <Checkbox.Group {...(tied.id && { 'aria-describedby': tied['aria-describedby'] })} value={[...verbs]} onChange={chosen => setVerbs(mayGive.filter(verb => chosen.includes(verb)))} options={mayGive.map(verb => ({ value: verb, label: t(verbLabels[verb]) }))} />)}
      </Field>
      <Field label={{ zh: '失效日（当日起不能再用，最长一年）', en: 'Ends on (the first day without it; a year at most)' }}>{tied => <Input {...tied} type="date" value={until} onChange={event => setUntil(event.target.value)} />}</Field>
    </FormSheet>
  )
}
