import { type DistrictSetup } from './district.ts'
import { liwan } from './liwan.ts'
import { yuexiu } from './yuexiu.ts'

/** The districts this installation knows. A browser that has named none goes to the first. */
export const districts: readonly DistrictSetup[] = [yuexiu, liwan]
