import { Button, Input } from 'antd'
import { useState } from 'react'
import { type Category } from '../../../../../engines/cases/schema.ts'
import { branchOf } from '../../../../../engines/cases/domain/clocks.ts'
import { useLanguage } from '../../../../language.tsx'
import { CategoryPath } from '../../../../parts/cases/CategoryPath.tsx'
import style from './patrol.module.css'

type CategoryChoiceProps = { readonly categories: readonly Category[]; readonly value: string; readonly onChange: (key: string) => void }

/** Says what it is by a few large choices, one level at a time, or by a word that people call it. */
export function CategoryChoice({ categories, value, onChange }: CategoryChoiceProps) {
  const { t } = useLanguage()
  const [above, setAbove] = useState<readonly string[]>([])
  const [sought, setSought] = useState('')
  const chosen = branchOf(categories, value)
  if (chosen.length > 0) {
    return (
      <div className={style['chosen']}>
        <p><b><CategoryPath path={chosen.map(one => one.name)} /></b></p>
        <Button onClick={() => { setSought(''); onChange('') }}>{t({ zh: '重选', en: 'Choose again' })}</Button>
      </div>
    )
  }
  const level = above.reduce<readonly Category[]>((of, key) => of.find(one => one.key === key)?.below ?? of, categories)
  const words = sought.trim().toLowerCase()
  const shown = words === '' ? level : leavesOf(categories).filter(one => [one.name.zh, one.name.en.toLowerCase(), ...(one.words ?? [])].some(text => text.includes(words))).slice(0, 12)
  return (
    <div className={style['choice']}>
      <Input aria-label={t({ zh: '按名称或俗称查找', en: 'Find by a name' })} placeholder={t({ zh: '查找，如：垃圾', en: 'Find, such as rubbish' })} allowClear value={sought} onChange={event => setSought(event.target.value)} />
      {words === '' && above.length > 0 && <Button onClick={() => setAbove(above.slice(0, -1))}>{t({ zh: '← 返回上一级', en: '← Back' })}</Button>}
      <ul className={style['tiles']}>
        {shown.map(one => <li key={one.key}><Button block onClick={() => { if ((one.below ?? []).length > 0) setAbove([...above, one.key]); else onChange(one.key) }}>{t(one.name)}{(one.below ?? []).length > 0 && ' ›'}</Button></li>)}
      </ul>
      {shown.length === 0 && <p>{t({ zh: '没有找到，请换个词或逐级选择。', en: 'Nothing found; try another word, or choose level by level.' })}</p>}
    </div>
  )
}

function leavesOf(categories: readonly Category[]): readonly Category[] {
  return categories.flatMap(one => ((one.below ?? []).length === 0 ? [one] : leavesOf(one.below ?? [])))
}
