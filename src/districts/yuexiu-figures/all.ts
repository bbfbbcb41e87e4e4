import { halfYear2023Figures, halfYear2023Targets } from './half-year-2023.ts'
import { plan2023Figures, plan2023Targets } from './plan-2023.ts'
import { plan2025Awaited, plan2025Figures, plan2025Targets } from './plan-2025.ts'
import { type AwaitedRow, type FigureRow, type TargetRow } from './rows.ts'
import { workReport2021Figures, workReport2021Targets } from './work-report-2021.ts'

/** The published figures of Yuexiu 2020 to 2024 (and of the five-year plan before), oldest paper first. One file a paper, because a row's source is its paper. */
export const yuexiuFigures: readonly FigureRow[] = [...workReport2021Figures, ...plan2023Figures, ...halfYear2023Figures, ...plan2025Figures]

/** The published targets of Yuexiu for 2021, 2023 and 2025, oldest paper first; what a later paper says of the same target comes later. */
export const yuexiuTargets: readonly TargetRow[] = [...workReport2021Targets, ...plan2023Targets, ...halfYear2023Targets, ...plan2025Targets]

/** What published papers say is still to come. */
export const yuexiuAwaited: readonly AwaitedRow[] = plan2025Awaited
