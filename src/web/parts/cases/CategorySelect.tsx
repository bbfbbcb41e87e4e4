import { TreeSelect } from 'antd'
import { type Category } from '../../../engines/cases/schema.ts'
import { useLanguage } from '../../language.tsx'

type CategorySelectProps = { readonly id?: string; readonly 'aria-describedby'?: string; readonly categories: readonly Category[]; /** May a branch be chosen as well as its ends, and nothing at all? */ readonly branches?: boolean; readonly value: string; readonly onChange: (key: string) => void }

/** Chooses a category by its name or the words people call it: at the end of a branch, or any where that is asked for. */
export function CategorySelect({ categories, branches = false, value, onChange, ...tied }: CategorySelectProps) {
  const { t } = useLanguage()
  const nodes = (of: readonly Category[]): object[] => of.map(one => ({ value: one.key, title: t(one.name), sought: [t(one.name), ...(one.words ?? [])].join(' '), selectable: branches || (one.below ?? []).length === 0, children: nodes(one.below ?? []) }))
  return (
    <TreeSelect<string>
      {...tied}
      treeData={nodes(categories)}
      {...(value !== '' && { value })}
      showSearch={{ treeNodeFilterProp: 'sought' }}
      placeholder={t({ zh: '输入名称或俗称查找', en: 'Type a name, or what people call it' })}
      notFoundContent={t({ zh: '没有找到', en: 'Nothing found' })}
      listHeight={320}
      allowClear={branches}
      onChange={(key: string | undefined) => onChange(key ?? '')}
    />
  )
}
