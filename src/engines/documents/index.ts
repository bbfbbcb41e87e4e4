import { api as join } from '../api.ts'
import { handlers } from './api/handlers.ts'
import { contract } from './contract.ts'

export const api = join('documents', contract, handlers)

export { jobs } from './jobs.ts'
export { runChecks } from './api/checking.ts'
export { acceptPaper, type Acceptance, type Accepted } from './api/accepting.ts'
export { importPaper, mendPaper, type Imported, type ToImport } from './api/importing.ts'
export { seedThreads, type PublishedMention, type PublishedThread } from './thread-seed.ts'
