import { Button, Input } from 'antd'
import { useState } from 'react'
import { contract, type PostRow } from '../../../../engines/org/contract.ts'
import { type z } from 'zod'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { Field } from '../../../ui/Field.tsx'
import style from './organisation.module.css'
import { today } from './use-day.ts'
import { useOrgChange } from './use-org-change.ts'

/** Ends a post on a day, with the reason. */
export function EndPost({ post }: { readonly post: z.infer<typeof PostRow> }) {
  const { t } = useLanguage()
  const changed = useOrgChange()
  const [open, setOpen] = useState(false)
  const [on, setOn] = useState(post.from > today() ? post.from : today())
  const end = async (reason: string) => {
    await call(contract.endPost, { params: { id: post.id }, body: { on, reason } })
    await changed()
  }
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} aria-label={t({ zh: '免职：{name}，{post}', en: 'End the post of {name}: {post}' }, { name: post.personName, post: post.title })}>{t({ zh: '免职', en: 'End' })}</Button>
      <ConfirmWithReason
        open={open} onClose={() => setOpen(false)} onConfirm={end} title={{ zh: '免职', en: 'End the post' }} act={{ zh: '免职', en: 'End' }}
        consequence={(
          <div className={style['form']}>
            <p>{t({ zh: '{name}自该日起不再担任{unit}{post}，由此而来的权限随之停止，包括已委托他人的。', en: 'From that day on {name} is no longer {post} at {unit}; every permission that came with it ends, also where it was delegated.' }, { name: post.personName, unit: post.unitName, post: post.title })}</p>
            <Field label={{ zh: '自哪一天起', en: 'From which day' }}>{tied => <Input {...tied} type="date" value={on} onChange={event => setOn(event.target.value)} />}</Field>
          </div>
        )}
      />
    </>
  )
}
