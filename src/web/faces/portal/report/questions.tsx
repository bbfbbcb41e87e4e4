import { type Label } from '../../../../kernel/label.ts'
import { dayOf } from '../../../../kernel/time.ts'
import { type FormShown, type StepShown } from '../../../../engines/cases/portal/contract.ts'
import { type Field } from '../../../../engines/cases/schema.ts'
import { dayText } from '../../../format.ts'
import { useFrame } from '../frame.tsx'
import { Box, type Choice, Choices, Radio } from './Ask.tsx'

type Of<S extends StepShown['step']> = { readonly form: FormShown; readonly shown: Extract<StepShown, { step: S }> }

/** The kinds that the words speak of first; the whole list folded below. */
export function KindQuestion({ form, shown: { words, offers, all } }: Of<'kind'>) {
  const { t } = useFrame()
  const choice = ({ type, category, branch }: (typeof offers)[number]): Choice => ({ value: `${type}/${category}`, label: <><b>{t(branch.at(-1) ?? { zh: category, en: category })}</b>{branch.length > 1 && <small>{branch.slice(0, -1).map(name => t(name)).join(' › ')}</small>}</> })
  const offered = new Set(offers.map(one => `${one.type}/${one.category}`))
  const chosen = form.values['kind'] ?? ''
  return (
    <>
      {words !== '' && <p className="quoted" lang="zh-CN">{words}</p>}
      <Choices form={form} name="kind" label={offers.length > 0 ? { zh: '最像的几类', en: 'The likeliest kinds' } : { zh: '请从清单里选', en: 'Choose from the list' }} choices={offers.map(choice)}>
        {words !== '' && offers.length === 0 && <p>{t({ zh: '从这句话看不出是哪一类，请从下面选。', en: 'The kind cannot be told from these words; choose below.' })}</p>}
        {all.map(group => {
          const rest = group.leaves.filter(leaf => !offered.has(`${leaf.type}/${leaf.category}`))
          return rest.length > 0 && <details key={group.name.en} open={rest.some(leaf => `${leaf.type}/${leaf.category}` === chosen)}><summary>{t(group.name)}</summary>{rest.map(leaf => <Radio key={`${leaf.type}/${leaf.category}`} name="kind" choice={choice(leaf)} chosen={`${leaf.type}/${leaf.category}` === chosen} />)}</details>
        })}
      </Choices>
    </>
  )
}

export function WordsQuestion({ form, shown: { fields } }: Of<'words'>) {
  return (
    <>
      <Box form={form} name="words" label={{ zh: '情况', en: 'The matter' }} hint={{ zh: '从什么时候开始、影响了谁、希望怎么办。不必写姓名和电话，后面会问。', en: 'Since when, whom it troubles, what you would like done. No names or telephone numbers: that is asked later.' }}>
        {box => <textarea {...box} rows={7} maxLength={2000} />}
      </Box>
      {fields.map(field => <FieldBox key={field.key} form={form} field={field} />)}
    </>
  )
}

const yesNo: readonly { readonly key: string; readonly name: Label }[] = [{ key: 'yes', name: { zh: '是', en: 'Yes' } }, { key: 'no', name: { zh: '否', en: 'No' } }]

/** A box of the case type's own. */
function FieldBox({ form, field }: { readonly form: FormShown; readonly field: Field }) {
  const { t } = useFrame()
  const name = `field-${field.key}`
  const label = field.required ? field.name : { zh: `${field.name.zh}（可以不填）`, en: `${field.name.en} (may be left empty)` }
  if (field.input === 'yes-no') return <Choices form={form} name={name} label={label} choices={yesNo.map(one => ({ value: one.key, label: t(one.name) }))} />
  return (
    <Box form={form} name={name} label={label} hint={field.input === 'day' ? { zh: '如 2023-08-29', en: 'Such as 2023-08-29' } : undefined}>
      {box => {
        switch (field.input) {
          case 'long-text': return <textarea {...box} rows={4} maxLength={2000} />
          case 'choice': return <select {...box}><option value="">{t({ zh: '请选择', en: 'Choose' })}</option>{(field.choices ?? []).map(choice => <option key={choice.key} value={choice.key}>{t(choice.name)}</option>)}</select>
          default: return <input {...box} type="text" inputMode={field.input === 'number' ? 'decimal' : undefined} maxLength={200} autoComplete="off" />
        }
      }}
    </Box>
  )
}

/** Open matters near the place. */
export function NearQuestion({ form, shown: { near } }: Of<'near'>) {
  const { language, t } = useFrame()
  const choices: readonly Choice[] = near.map(one => ({
    value: one.id,
    label: <><b>{one.branch.map(name => t(name)).join(' › ')}</b><small>{[one.place, one.metres === null ? null : t({ zh: '约{metres}米', en: 'about {metres} m' }, { metres: Math.max(10, Math.round(one.metres / 10) * 10) }), t({ zh: '{day}反映', en: 'reported on {day}' }, { day: dayText(dayOf(one.openedAt), language) })].filter(part => part !== null).join(language === 'zh' ? '，' : ', ')}</small></>,
  }))
  return (
    <>
      <p>{t({ zh: '附近有正在办理的同类事项。如果是同一件，选上它，办理结果也会告诉您。', en: 'Matters of this kind are in hand nearby. If yours is one of them, choose it: you are told of the outcome too.' })}</p>
      <Choices form={form} name="same" label={{ zh: '附近正在办理的', en: 'In hand nearby' }} choices={[...choices, { value: '', label: t({ zh: '都不是，我说的是另一件', en: 'None of these; mine is another matter' }) }]} />
    </>
  )
}

export function WhoQuestion({ form }: { readonly form: FormShown }) {
  const { t } = useFrame()
  return (
    <>
      <p>{t({ zh: '都可以不填。填了电话，承办单位可以向您核实和回访，您也可以用它查进度。', en: 'All of this may be left empty. With a telephone number the unit can ask you back, and you can follow the matter with it.' })}</p>
      <Box form={form} name="name" label={{ zh: '怎么称呼您', en: 'Your name' }}>{box => <input {...box} type="text" maxLength={60} autoComplete="name" />}</Box>
      <Box form={form} name="phone" label={{ zh: '联系电话', en: 'Telephone' }}>{box => <input {...box} type="tel" maxLength={20} autoComplete="tel" />}</Box>
      <Box form={form} name="email" label={{ zh: '电子邮箱', en: 'E-mail' }} hint={{ zh: '没有留电话的，进展发到邮箱', en: 'Without a telephone number, you are told by e-mail' }}>{box => <input {...box} type="email" maxLength={120} autoComplete="email" />}</Box>
      <div className="box"><label className="choice"><input type="checkbox" name="confidential" value="yes" defaultChecked={form.values['confidential'] === 'yes'} /> <span>{t({ zh: '请对我的身份保密', en: 'Keep who I am confidential' })}</span></label></div>
      <p className="hint">{t({ zh: '姓名、电话和邮箱只用于办理这件事：工作人员平时看到的是遮去一部分的，要看全须写明理由并留下记录；不会公开，不作他用。', en: 'Name, telephone and e-mail serve this matter only: staff see them masked, and must give a reason, which is kept, to see them in full. They are never made public or used for anything else.' })}</p>
    </>
  )
}

/** Everything that was said, with a way back to each; and a box that only programs fill in. */
export function LookOver({ form, shown: { lines, alsoSame } }: Of<'look'>) {
  const { t } = useFrame()
  return (
    <>
      {alsoSame && <div className="box faulty"><label className="choice"><input type="checkbox" name="another" value="yes" /> <span>{t({ zh: '这是另一件事，仍要提交', en: 'This is another matter; send it all the same' })}</span></label></div>}
      <dl className="facts look">
        {lines.map(line => (
          <div key={line.name.en}>
            <dt>{t(line.name)}</dt>
            <dd>{typeof line.said === 'string' ? <span lang="zh-CN">{line.said}</span> : t(line.said)} <a href={form.action.replace(/look$/, line.step)}>{t({ zh: '修改', en: 'Change' })}<span className="unseen">{t({ zh: '：{name}', en: ': {name}' }, { name: t(line.name) })}</span></a></dd>
          </div>
        ))}
      </dl>
      <div className="trap" aria-hidden="true"><label htmlFor="website">{t({ zh: '请勿填写', en: 'Leave this empty' })}</label><input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" /></div>
    </>
  )
}
