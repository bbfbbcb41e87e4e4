import { api as join } from '../api.ts'
import { handlers } from './api.ts'
import { contract } from './contract.ts'

export const api = join('projects', contract, handlers)
export { jobs } from './jobs.ts'
export { relight, watchProjects } from './lighting.ts'
export { exportProjects } from './export.ts'
export { loadRules } from './store.ts'
export { findByWords, findRed, type RedProject } from './portfolio-store.ts'
export { type MonthsWaiting, monthsWaiting } from './waiting-store.ts'
export { seedProjectRules, seedProjects, type SeededProject } from './seeding.ts'
export { type BehindProject, findBehind, findLightChanges, findOwned, findStalledBlockers, findStandings, findUntold, type ProjectLightChange, type StalledBlocker } from './dispatch-store.ts'
