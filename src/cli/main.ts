#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { Failure, exitCodes, report } from './failure.ts'

/** The command line. Exit codes: 0 done, 1 a fault, 2 bad use or input, 3 a check that found something wrong. */
const program = new Command('opendistrict')
  .description('区级政府年度工作平台，从承诺到兑现 · A district government’s year, from promise to proof')
  .version('0.1.0')
  .exitOverride()
  .configureHelp({ showGlobalOptions: true })

program.command('start').description('构建页面、准备演示数据并启动（npm start）· build the pages, seed the demonstration and serve')
  .action(async () => (await import('./serve.ts')).start())

program.command('serve').description('升级数据库并启动服务 · migrate and serve')
  .action(async () => (await import('./serve.ts')).serve())

program.command('migrate').description('升级数据库 · bring the database up to date')
  .option('--json', '以 JSON 输出 · print JSON')
  .action(async options => (await import('./migrate.ts')).migrateCommand(options))

program.command('seed').description('写入演示区的单位、人员与公开数值 · seed the demonstration district')
  .option('--json', '以 JSON 输出 · print JSON')
  .action(async options => (await import('./seed.ts')).seedCommand(options))

program.command('establish').description('在新数据库中开通一个正式的区，并建立首批管理员账户 · establish a real district in a new database, with its first accounts')
  .requiredOption('--district <code>', '行政区划代码 · area code')
  .requiredOption('--administrator <account=name>', '系统管理员 · system administrator')
  .requiredOption('--security <account=name>', '安全管理员 · security administrator')
  .option('--json', '以 JSON 输出 · print JSON')
  .action(async options => (await import('./establish.ts')).establishCommand(options))

program.command('import').argument('<file>', '报告文件：txt md html docx pdf，“-”为标准输入 · a report; “-” for standard input')
  .description('读取一份报告；加 --accept 则采纳入账 · read a report; with --accept take it into the ledger')
  .option('--json', '以 JSON 输出全部读取结果 · print the whole reading as JSON')
  .option('--accept', '采纳入账：数值、目标、承诺连同出处 · take it into the ledger')
  .option('--district <code>', '行政区划代码 · area code')
  .option('--year <year>', '文件所属年度，文中未写明时使用 · plan year where the paper does not say')
  .action(async (file, options) => (await import('./import.ts')).importCommand(file, options))

program.command('check').argument('<file...>', '一份或多份报告 · one or more reports')
  .description('检查一份报告内部及同一区各份报告之间的疑点：合计、基数、前后说法、连续年数、位次、占比、目标 · doubts inside papers and between those of one district')
  .option('--json', '以 JSON 输出 · print JSON')
  .action(async (files, options) => (await import('./check.ts')).checkCommand(files, options))

program.command('plan').argument('<year>', '年度 · year')
  .description('年度目标与承诺、现状、差距和亮灯 · targets and commitments of a year with figures, gaps and lights')
  .option('--json', '以 JSON 输出 · print JSON')
  .option('--on <date>', '按哪一天评判，默认按数值所属期末 · the day to judge on; the end of each figure’s period by default')
  .option('--district <code>', '行政区划代码 · area code')
  .action(async (year, options) => (await import('./plan.ts')).planCommand(year, options))

program.command('export').argument('<form>', '格式：oc4ids · what to export as')
  .option('--year <year>', '哪一年的清单和计划 · of which year')
  .option('--list <key>', '只要这份清单中的项目，如 district-key · only those on this list')
  .option('--district <code>', '行政区划代码 · area code')
  .description('导出项目（OC4IDS 基础设施开放合同数据） · export projects by OC4IDS, to the standard output')
  .action(async (form, options) => (await import('./export.ts')).exportCommand(form, options))

const audit = program.command('audit').description('审计记录 · the audit trail')
audit.command('verify').argument('[file]', '导出或归档的文件；不填则核验数据库 · an exported or archived file; the database where absent').description('核验审计链，指出第一条被改动的记录 · verify the chain and name the first broken entry')
  .option('--json', '以 JSON 输出 · print JSON')
  .action(async (file, options) => (await import('./audit.ts')).verifyCommand(file, options))
audit.command('archive').argument('<file>', '归档文件，不能已存在 · file to write; must not exist').description('把早于期限的审计记录移入文件，链继续可核验（至少保留 6 个月）· move what is older into a file; the chain stays verifiable (6 months at least are kept)')
  .requiredOption('--keep-months <n>', '保留几个月 · months to keep')
  .option('--district <code>', '行政区划代码 · area code')
  .option('--json', '以 JSON 输出 · print JSON')
  .action(async (file, options) => (await import('./audit.ts')).archiveCommand(file, options))

program.command('backup').argument('[file]', '备份文件 · file to write')
  .description('备份全部数据（可在运行中进行）· back everything up, also while running')
  .option('--json', '以 JSON 输出 · print JSON')
  .option('--check-pitr', '只查看数据库能否恢复到任意时刻 · only tell whether the database can be brought back to any moment')
  .action(async (file, options) => (await import('./backup.ts')).backupCommand(file, options))

program.command('restore').argument('<file>', '备份文件 · file to read')
  .description('恢复到空数据库 · restore into an empty database')
  .option('--json', '以 JSON 输出 · print JSON')
  .action(async (file, options) => (await import('./backup.ts')).restoreCommand(file, options))

program.command('systems').description('292 项系统与台账：由哪个能力包承载、哪个示例证明、在哪个页面 · which of the 292 systems work')
  .option('--json', '以 JSON 输出 · print JSON')
  .option('--lang <language>', 'zh 或 en · zh or en', 'zh')
  .action(async options => (await import('./systems.ts')).systemsCommand(options))

// Whoever reads the output may have seen enough (`… | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => { if (error.code === 'EPIPE') process.exit(exitCodes.done) })

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.badUse
  else {
    report(error, process.argv.includes('--json'))
    process.exitCode = error instanceof Failure ? error.exitCode : exitCodes.fault
  }
}
