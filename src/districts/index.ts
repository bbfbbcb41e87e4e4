import { type DistrictSetup } from './district.ts'
import { liwan } from './liwan.ts'
import { yuexiu } from './yuexiu.ts'

/** The districts this installation knows, in the order of their codes. */
export const districts: readonly DistrictSetup[] = [liwan, yuexiu]
