import { planYear } from '../engines/plan/index.ts'
import { lightLabels } from '../kernel/light.ts'
import { Day } from '../kernel/time.ts'
import { Failure } from './failure.ts'
import { commandContext, districtOf, withStore } from './open.ts'

/** `opendistrict plan YEAR`: every target and measured commitment of a year with its figure, gap, light and sources. */
export async function planCommand(year: string, options: { readonly json?: boolean; readonly on?: string; readonly district?: string }): Promise<void> {
  if (!/^(?:19|20)\d{2}$/.test(year)) throw new Failure('bad-year', `年度应写作四位数，如 2023，而不是“${year}”。\nA year is four digits such as 2023, not “${year}”.`)
  if (options.on !== undefined && !Day.safeParse(options.on).success) throw new Failure('bad-date', `日期应写作 2023-06-30，而不是“${options.on}”。\nA date is written 2023-06-30, not “${options.on}”.`)
  const plan = await withStore(async store => {
    const ctx = await commandContext(store, districtOf(options.district))
    return ctx.read(tx => planYear(tx, ctx, Number(year), options.on === undefined ? {} : { on: options.on }))
  })
  if (options.json) return void process.stdout.write(`${JSON.stringify(plan, null, 2)}\n`)
  if (plan.lines.length === 0) return console.log(`${year} 年还没有目标或承诺。导入一份报告，或在工作台录入。 No targets or commitments for ${year} yet: import a paper, or enter them.`)
  for (const line of plan.lines) console.log(`${lightLabels[line.light].zh.padEnd(5, '　')}${line.name}  ${line.words}\n      ${line.because}`)
}
