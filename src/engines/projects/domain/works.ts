import { type Result } from '../../../kernel/result.ts'
import { type ProjectRules } from '../schema.ts'
import { type WorkAct } from '../works-schema.ts'
import { mayApprove } from './approvals.ts'
import { mayContract } from './contracts.ts'
import { mayLand } from './land.ts'
import { type Project } from './project.ts'

/** May this happen to the contracts, the land or the approvals of a project? */
export function mayWork(project: Pick<Project, 'of' | 'total' | 'contracts' | 'land' | 'approvals'>, event: WorkAct, { kinds }: Pick<ProjectRules, 'kinds'>): Result<null> {
  switch (event.kind) {
    case 'contract-signed':
    case 'contract-changed':
    case 'contract-closed':
    case 'contract-struck': return mayContract(project, event)
    case 'land-planned':
    case 'land-told': return mayLand(project.land, event)
    case 'approval-applied':
    case 'approval-returned':
    case 'approval-granted':
    case 'approval-not-needed':
    case 'approval-taken-back': return mayApprove(project, event, kinds)
  }
}
