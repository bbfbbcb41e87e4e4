import { type Job } from '../job.ts'
import { runChecks } from './api/checking.ts'

/** Within a minute of an import, a decision or an acceptance the papers are checked again; where nothing changed, nothing is done. */
const checkPapers: Job = { name: 'documents.check', everySeconds: 30, run: ctx => runChecks(ctx) }

export const jobs: readonly Job[] = [checkPapers]
