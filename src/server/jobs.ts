import { type Job } from '../engines/job.ts'

/** All timed work, in the order in which it is done where several are due. */
export const jobs: readonly Job[] = []
