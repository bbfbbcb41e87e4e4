import { type Api } from '../engines/api.ts'
import { apis as cases } from '../engines/cases/index.ts'
import { api as documents } from '../engines/documents/index.ts'
import { api as indicators, benchmarkApi as benchmarks } from '../engines/indicators/index.ts'
import { api as org } from '../engines/org/index.ts'
import { api as plan, ledgerApi as ledgers, publicationApi as publications } from '../engines/plan/index.ts'
import { apis as projects } from '../engines/projects/index.ts'
import { apis as supervision } from '../engines/supervision/index.ts'
import { api as returns } from '../engines/returns/index.ts'
import { api as accessReview } from './access-review/api.ts'
import { api as audit } from './audit/api.ts'
import { counters } from './counters.ts'
import { api as keys } from './keys/api.ts'
import { api as views } from './views/api.ts'

/** Every route of the server but those of accounts, which set cookies. */
export const routes: readonly Api[] = [org, indicators, benchmarks, returns(counters), plan, ledgers, publications, documents, ...cases, ...projects, ...supervision, views, audit, keys, accessReview]
