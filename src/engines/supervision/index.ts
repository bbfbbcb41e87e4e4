import { type Api, api as join } from '../api.ts'
import { type Job } from '../job.ts'
import { handlers } from './api.ts'
import { contract } from './contract.ts'
import { feedbackHandlers } from './feedback/api.ts'
import { feedbackContract } from './feedback/contract.ts'
import { noticeHandlers } from './notices/api.ts'
import { noticeContract } from './notices/contract.ts'
import { owesHandlers } from './owes/api.ts'
import { owesContract } from './owes/contract.ts'
import { tendNotices, tendPlanNotices } from './notices/tending.ts'
import { sprintHandlers } from './sprints/api.ts'
import { sprintContract } from './sprints/contract.ts'

export const apis: readonly Api[] = [join('dispatch', contract, handlers), join('notices', noticeContract, noticeHandlers), join('owes', owesContract, owesHandlers), join('feedback', feedbackContract, feedbackHandlers), join('sprints', sprintContract, sprintHandlers)]

export { seedNoticeRule } from './notices/seeding.ts'

/** Red lights bring notices, unanswered ones are followed by the next grade, approved ones are issued. */
export const jobs: readonly Job[] = [{ name: 'supervision.notices', everySeconds: 10, run: tendNotices }, { name: 'supervision.plan-notices', everySeconds: 300, run: tendPlanNotices }]

export { feedbackWaiting, type FeedbackWaiting, roundsWaiting, type RoundsWaiting } from './waiting.ts'
export { type Cast, seedSupervision } from './seeding.ts'
