import { lightLabels } from '../../../kernel/light.ts'
import { type SprintItemView, type SprintView } from '../sprints/contract.ts'
import { sprintThings } from './sprint-words.ts'

/** The columns of a sprint's list, as papers and tables head them; the rounds that were missed by their last days. */
export const sprintColumns: readonly { readonly header: string; readonly cell: (row: SprintItemView, sprint: Pick<SprintView, 'rounds'>) => string | number | null }[] = [
  { header: '类别', cell: row => sprintThings[row.kind].zh },
  { header: '事项', cell: row => row.title },
  { header: '责任单位', cell: row => row.unit.name },
  { header: '到期要达到', cell: row => row.reach },
  { header: '灯', cell: row => (row.light === null ? null : lightLabels[row.light].zh) },
  { header: '比进度快慢（点）', cell: row => row.lead },
  { header: '是否达到', cell: row => (row.reached ? '是' : '否') },
  { header: '最近填报', cell: row => row.told.at(-1)?.words ?? null },
  { header: '还差什么', cell: row => row.told.at(-1)?.remains || null },
  { header: '填报轮次', cell: row => row.told.at(-1)?.round ?? null },
  { header: '漏报轮数', cell: row => row.missed.length },
  { header: '漏报截止日', cell: (row, { rounds }) => row.missed.flatMap(no => rounds.find(round => round.no === no)?.until ?? []).join('、') || null },
]
