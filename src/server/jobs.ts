import { type Job } from '../engines/job.ts'
import { type Channels, jobs as cases } from '../engines/cases/index.ts'
import { jobs as documents } from '../engines/documents/index.ts'
import { jobs as org } from '../engines/org/index.ts'
import { jobs as plan } from '../engines/plan/index.ts'
import { jobs as projects } from '../engines/projects/index.ts'
import { jobs as supervision } from '../engines/supervision/index.ts'
import { jobs as returns } from '../engines/returns/index.ts'
import { jobs as account } from './account/jobs.ts'

/** All timed work, in the order in which it is done where several are due. */
export const jobsWith = (channels: Channels): readonly Job[] => [...org, ...returns, ...plan, ...documents, ...cases(channels), ...projects, ...supervision, ...account]
