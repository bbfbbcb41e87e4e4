import { type Context } from './context.ts'

/**
 * Timed work of an engine (`jobs.ts`), done for each district again and again. Each turn is claimed in the database, so that of
 * several programs one does it; should two ever meet all the same, a job must be such that doing it twice changes nothing.
 */
export type Job = {
  /** `returns.remind`: engine and what is done. */
  readonly name: string
  readonly everySeconds: number
  /** Acts as the system: a context with a planner's rights over the whole district, named 系统 in the trail. */
  readonly run: (ctx: Context) => Promise<unknown>
}
