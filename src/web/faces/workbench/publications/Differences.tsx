import { type Label } from '../../../../kernel/label.ts'
import { noNumber, periodText, quantityText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { LightShape } from '../../../ui/LightShape.tsx'
import { changedParts, type Difference, differenceKinds } from './publication-words.ts'

/** What the public would notice, promise by promise: before and after beside one another. */
export function Differences({ name, caption, differences }: { readonly name: string; readonly caption: Label; readonly differences: readonly Difference[] }) {
  const { language, t } = useLanguage()
  const figure = (told: Difference['after']) => (told === null || told.figure === null ? noNumber : `${quantityText({ value: told.figure, unit: told.unit }, language)}${told.period === null ? '' : `（${periodText(told.period, language)}）`}`)
  const parts = (row: Difference) => row.of.map(part => t(changedParts[part])).join(t({ zh: '、', en: ', ' }))
  const columns: readonly Column<Difference>[] = [
    { key: 'name', title: { zh: '事项', en: 'Promise' }, value: row => t(row.label), render: row => <b lang="zh-CN">{t(row.label)}</b>, sortable: true, width: 240 },
    { key: 'kind', title: { zh: '变化', en: 'What is different' }, value: row => `${t(differenceKinds[row.kind])} ${parts(row)}`, render: row => <span>{t(differenceKinds[row.kind])}{row.of.length > 0 && t({ zh: '：', en: ': ' })}{parts(row)}</span>, sortable: true, width: 190 },
    { key: 'before', title: { zh: '之前', en: 'Before' }, value: row => figure(row.before), render: row => (row.before === null ? noNumber : <span><LightShape light={row.before.light} /> {figure(row.before)}</span>), width: 200 },
    { key: 'after', title: { zh: '之后', en: 'After' }, value: row => figure(row.after), render: row => (row.after === null ? noNumber : <span><LightShape light={row.after.light} /> {figure(row.after)}</span>), width: 200 },
  ]
  return <DataTable name={name} caption={caption} rows={differences} columns={columns} keyOf={row => row.key} empty={<Empty title={{ zh: '没有变化', en: 'Nothing is different' }} next={{ zh: '公众看到的与之前一样。', en: 'The public sees what it saw before.' }} />} />
}
