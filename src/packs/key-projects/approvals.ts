import { type ApprovalLine, type PoolRules } from '../../engines/projects/works-schema.ts'
import { label } from '../case-type.ts'

const line = (key: string, name: readonly [zh: string, en: string], grants: readonly [zh: string, en: string], limit: number, ...after: readonly string[]): ApprovalLine => ({ key, name: label(...name), grants: label(...grants), limit, after: [...after] })

const planning = ['规划和自然资源局', 'Planning and natural resources'] as const, construction = ['住房和建设局', 'Housing and construction'] as const, water = ['水务局', 'Water'] as const, environment = ['生态环境局', 'Ecology and environment'] as const, reform = ['发展和改革局', 'Development and reform'] as const

/**
 * Approvals of works as parallel lines. The papers name parallel approval and tell neither which approvals nor their limits: which there are,
 * who grants them, the working days and what waits for what are ours. Each district sets its own here.
 */
export const constructionApprovals: readonly ApprovalLine[] = [
  line('project', ['立项批复', 'Approval of the project'], reform, 5),
  line('land', ['用地预审与选址', 'Land and site'], planning, 10),
  line('planning', ['规划许可', 'Planning permit'], planning, 10, 'land'),
  line('environment', ['环境影响评价', 'Environmental assessment'], environment, 15, 'project'),
  line('water-soil', ['水土保持方案', 'Water and soil'], water, 10, 'project'),
  line('fire', ['消防设计审查', 'Fire safety of the design'], construction, 10, 'planning'),
  line('building', ['施工许可', 'Building permit'], construction, 3, 'planning', 'fire'),
]

/** When a project is old in its phase, and how large the reserve is to be: ours. */
export const pool: PoolRules = { ageLimitDays: { planned: 365, reserved: 365, started: 1460, operating: null }, replenish: 1.5 }
