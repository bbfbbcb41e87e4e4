import { useQuery } from '@tanstack/react-query'
import { contract } from '../../../../engines/documents/contract.ts'
import { kindWords, severityWords } from '../../../../engines/documents/domain/checks/doubt.ts'
import { stateWords } from '../../../../engines/documents/domain/checks/settling.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useSession } from '../../../session.tsx'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { SearchField } from '../parts/SearchField.tsx'

/** Which doubts to show; all of it stands in the address. */
export function DoubtFilters() {
  const { t } = useLanguage()
  const { may } = useSession()
  const papers = useQuery({ queryKey: ['papers', 'for-doubts'], queryFn: ({ signal }) => call(contract.papers, { query: { limit: 100 }, signal }), enabled: may('import.read') })
  const options = (words: Readonly<Record<string, { readonly zh: string; readonly en: string }>>) => Object.entries(words).map(([value, label]) => ({ value, label: t(label) }))
  return (
    <>
      <SearchField label={{ zh: '搜索疑点', en: 'Search doubts' }} />
      <FilterSelect name="state" label={{ zh: '状态', en: 'State' }} all={{ zh: '待销号和已销号', en: 'Open and settled' }} width={160} options={options(stateWords)} />
      <FilterSelect name="severity" label={{ zh: '程度', en: 'Gravity' }} all={{ zh: '全部程度', en: 'Any gravity' }} width={120} options={options(severityWords)} />
      <FilterSelect name="kind" label={{ zh: '检查', en: 'Check' }} all={{ zh: '全部检查', en: 'Any check' }} width={140} options={options(kindWords)} />
      {papers.data && papers.data.items.length > 0 && <FilterSelect name="paper" label={{ zh: '文件', en: 'Paper' }} all={{ zh: '全部文件', en: 'Any paper' }} width={220} options={papers.data.items.map(paper => ({ value: paper.id, label: paper.title ?? paper.name }))} />}
    </>
  )
}
