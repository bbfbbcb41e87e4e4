import { catalogue } from '../packs/catalogue.ts'
import { packs } from '../packs/index.ts'
import { printSystems, systemsReport } from '../packs/systems.ts'

/** `opendistrict systems`: what of the catalogue works, computed from the packs. */
export function systemsCommand(options: { readonly json?: boolean; readonly lang: string }): void {
  const report = systemsReport(packs, catalogue)
  process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : printSystems(report, options.lang === 'en' ? 'en' : 'zh'))
}
