import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { halfYearReport, planReport } from '../testkit/invented-papers.ts'

export type PaperFile = { readonly name: string; readonly text: string }

/** The plan report and the half-year report of 2023: the district's own where they lie beside the checkout, else invented ones that say the same of investment. */
export function papersOf2023(): readonly [PaperFile, PaperFile] {
  const folder = join(import.meta.dirname, '../../shared/reports')
  try {
    const real = (name: string): PaperFile => ({ name, text: readFileSync(join(folder, name), 'utf8') })
    return [real('yuexiu-2023-plan.txt'), real('yuexiu-2023-half-year.txt')]
  } catch {
    console.warn('\nThe real reports are not beside this checkout: the journey goes with invented ones.\n')
    const plan = planReport.replace('固定资产投资增长8%以上', '确保固定资产投资增长10%以上')
    // Said a day after what the demonstration has from the published report, so that this is what stands.
    const halfYear = halfYearReport.replace('2023年8月20日', '2023年8月30日').replace('固定资产投资增长7.1%', '固定资产投资增长8.4%').replace('全年固定资产投资增速8%以上', '全年固定资产投资增长10%以上')
    return [{ name: '计划报告.txt', text: plan }, { name: '半年报告.txt', text: halfYear }]
  }
}

/** The work report of 2021 and the plan report of 2025: the district's own, else invented ones that promise the same of rent subsidies. */
export function papersOf2021And2025(): readonly [PaperFile, PaperFile] {
  const folder = join(import.meta.dirname, '../../shared/reports')
  try {
    const real = (name: string): PaperFile => ({ name, text: readFileSync(join(folder, name), 'utf8') })
    return [real('yuexiu-2021-work-report.txt'), real('yuexiu-2025-plan.txt')]
  } catch {
    console.warn('\nThe real reports are not beside this checkout: the journey goes with invented ones.\n')
    const planFor = (year: number, day: string, households: number): PaperFile => ({
      name: `${year}年计划报告.txt`,
      text: planReport.replaceAll('2022年', `${year - 1}年`).replaceAll('2023年', `${year}年`).replace(`${year}年2月8日`, day).replace('举办招聘会不少于40场', `发放租赁补贴${households}户以上`),
    })
    return [planFor(2021, '2021年2月6日', 2000), planFor(2025, '2025年2月26日', 2500)]
  }
}
