import { exportProjects, loadRules } from '../engines/projects/index.ts'
import { Failure, failureOf } from './failure.ts'
import { commandContext, districtOf, withStore } from './open.ts'

/** `opendistrict export oc4ids`: the projects of a yearly list, or all, as a package of the Open Contracting for Infrastructure Data Standard, to the standard output. */
export async function exportCommand(form: string, options: { readonly year?: string; readonly list?: string; readonly district?: string }): Promise<void> {
  if (form !== 'oc4ids') throw new Failure('bad-form', `可导出 oc4ids，而不是“${form}”。\nWhat can be exported is oc4ids, not “${form}”.`)
  const { year, list } = options
  if (year !== undefined && !/^(?:19|20)\d{2}$/.test(year)) throw new Failure('bad-year', `年度应写作四位数，如 2025，而不是“${year}”。\nA year is four digits such as 2025, not “${year}”.`)
  const bytes = await withStore(async store => {
    const ctx = await commandContext(store, districtOf(options.district))
    return ctx.read(async tx => {
      const rules = await loadRules(tx, ctx.district)
      if (!rules) throw new Failure('no-projects', '本区没有启用项目管理。\nThis district does not keep projects.')
      if (list !== undefined && !rules.lists.some(one => one.key === list)) throw new Failure('no-list', `没有“${list}”这份清单；可选：${rules.lists.map(one => one.key).join('、')}。\nThere is no list “${list}”; choose from ${rules.lists.map(one => one.key).join(', ')}.`)
      const file = await exportProjects(tx, ctx, rules, { ...(year !== undefined && { year: Number(year) }), ...(list !== undefined && { list }) }, 'oc4ids')
      if (!file.ok) throw failureOf(file)
      return file.value.bytes
    })
  })
  process.stdout.write(Buffer.from(bytes))
}
