import { type Job } from '../job.ts'
import { watchProjects } from './lighting.ts'

/** Every day the lights of all projects, and at once those from whose way a blocker went. */
export const jobs: readonly Job[] = [{ name: 'projects.watch', everySeconds: 1, run: watchProjects }]
