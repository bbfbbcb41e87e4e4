import { type TargetRow } from './contract.ts'
import { type JudgedTarget } from './standing.ts'

/** A judged target as pages and the plan show it. */
export function targetRowFrom({ target, light, verdict, stretchVerdict, override, pair, expected, share }: JudgedTarget): TargetRow {
  const { indicatorNameEn: _, ownerName: __, ...rest } = target
  return { ...rest, light, verdict, stretchVerdict, override, figure: pair && { ...pair, inputs: [...pair.inputs] }, expected, share }
}
