import { annualPlan } from './annual-plan/pack.ts'
import { cityEnvironment } from './city-environment/pack.ts'
import { documentsReading } from './documents-reading/pack.ts'
import { economy } from './economy/pack.ts'
import { fiveYearPlan } from './five-year-plan/pack.ts'
import { inspections } from './inspections/pack.ts'
import { investmentAttraction } from './investment-attraction/pack.ts'
import { keyProjects } from './key-projects/pack.ts'
import { livelihood } from './livelihood/pack.ts'
import { type Pack } from './pack.ts'
import { reporting } from './reporting/pack.ts'
import { tenMatters } from './ten-matters/pack.ts'

/** Every pack there is, in the order in which the reports take their matters. Districts switch them on. */
export const packs: readonly Pack[] = [fiveYearPlan, annualPlan, documentsReading, economy, investmentAttraction, keyProjects, cityEnvironment, livelihood, tenMatters, inspections, reporting]
