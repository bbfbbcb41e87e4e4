import { useParams } from 'react-router'
import { type ProjectView } from '../../../../engines/projects/contract.ts'
import { nameOf } from '../../../../engines/projects/domain/project.ts'
import { type ProjectRules } from '../../../../engines/projects/schema.ts'
import { Absent } from '../../../frame/Absent.tsx'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Columns } from '../../../ui/Columns.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { ViewSwitch } from '../../../ui/ViewSwitch.tsx'
import { useYear } from '../../../ui/YearSwitch.tsx'
import { useUrlState } from '../../../url-state.ts'
import { ProjectActs } from './acts/ProjectActs.tsx'
import { Approvals } from './page/Approvals.tsx'
import { Blockers } from './page/Blockers.tsx'
import { Contracts } from './page/Contracts.tsx'
import { History } from './page/History.tsx'
import { Land } from './page/Land.tsx'
import { Money } from './page/Money.tsx'
import { Nodes } from './page/Nodes.tsx'
import { Notices } from './page/Notices.tsx'
import { Portrait } from './page/Portrait.tsx'
import { Standing } from './page/Standing.tsx'
import { Files } from './page/Files.tsx'
import { Team } from './page/Team.tsx'
import { Visits } from './page/Visits.tsx'
import { useProject, useRules } from './use-project.ts'

/** One project: how it stands and why, its money and nodes, what is in its way, what happened to it. */
export function ProjectPage() {
  const { id } = useParams()
  return id !== undefined && /^[0-9a-f-]{36}$/.test(id) ? <OneProject key={id} id={id} /> : <Absent />
}

function OneProject({ id }: { readonly id: string }) {
  const year = useYear(0)
  const project = useProject(id, year === 0 ? null : year), rules = useRules()
  if (project.isPending || rules.isPending) return <Loading lines={12} />
  if (project.isError) return <Failure error={project.error} retry={() => void project.refetch()} />
  if (rules.isError) return <Failure error={rules.error} retry={() => void rules.refetch()} />
  return <Shown view={project.data} rules={rules.data} />
}

const views = [{ key: 'now', label: { zh: '现状', en: 'How it stands' } }, { key: 'history', label: { zh: '经过', en: 'History' } }] as const

function Shown({ view, rules }: { readonly view: ProjectView; readonly rules: ProjectRules }) {
  const [chosen] = useUrlState('view')
  const shown = views.find(one => one.key === chosen)?.key ?? 'now'
  return (
    <Page
      title={nameOf(view.project)}
      printable
      where={<Breadcrumbs sentence={{ zh: '{projects}中的一个', en: 'One of the {projects}' }} crumbs={{ projects: { text: { zh: '项目', en: 'projects' }, to: '/projects' } }} />}
      actions={<ProjectActs view={view} rules={rules} />}
    >
      <Standing view={view} />
      <ViewSwitch label={{ zh: '看什么', en: 'What to see' }} views={views} current={shown} />
      {shown === 'history'
        ? <History view={view} rules={rules} />
        : <Columns main={<><Money view={view} /><Nodes view={view} /><Approvals view={view} rules={rules} /><Land view={view} rules={rules} /><Contracts view={view} rules={rules} /></>} aside={<><Portrait view={view} rules={rules} /><Team view={view} /><Blockers view={view} /><Notices view={view} /><Visits view={view} /><Files view={view} /></>} />}
    </Page>
  )
}
