import { sql } from 'kysely'
import { demoDivisions } from '../../districts/divisions.ts'
import { districts } from '../../districts/index.ts'
import { yuexiuAwaited, yuexiuFigures, yuexiuTargets } from '../../districts/yuexiu-figures/all.ts'
import { yuexiuMentions, yuexiuThreads } from '../../districts/yuexiu-figures/threads.ts'
import { generatedLedgers, liwanVillages } from '../../districts/ledgers/generated.ts'
import { publishedLedgers } from '../../districts/ledgers/published.ts'
import { publishedCount } from '../../districts/requests/emergency-units.ts'
import { yuexiuLists } from '../../districts/yuexiu-figures/lists.ts'
import { yuexiuPeers } from '../../districts/yuexiu-series/peers.ts'
import { yuexiuSeries } from '../../districts/yuexiu-series/series.ts'
import { type Progress, type Store } from '../store.ts'
import { placeCases } from './cases.ts'
import { goThroughLights, placeLedger, placePeers, placeSeries, placeUnits } from './district.ts'
import { placeClassifier } from './classifier.ts'
import { placeEmergencyUnits } from './directories.ts'
import { placeDivisions } from './divisions.ts'
import { placeLists } from './lists.ts'
import { placeForces } from './forces.ts'
import { placeProjects } from './projects.ts'
import { placeSupervision } from './supervision.ts'
import { placeOutlines } from './outlines.ts'
import { placeReturns } from './returns.ts'
import { seededPeople } from './organisation.ts'
import { placePublications } from './publications.ts'

/** What the published papers of a district give; nothing for a district whose papers are not at hand. */
const published = new Map([[440104, { figures: yuexiuFigures, targets: yuexiuTargets, awaited: yuexiuAwaited, threads: yuexiuThreads, mentions: yuexiuMentions }]])

/** Ledgers that a district has from the start: those of published papers, and those made up for the demonstration. */
const listed = new Map([[440104, [...yuexiuLists, ...publishedLedgers, ...generatedLedgers]], [440103, [liwanVillages()]]])

/** Makes the demonstration districts in a database that is marked for it (`mode.ts`), or completes them; what is there already stays. */
export async function seedDemonstration({ db }: Pick<Store, 'db'>, progress: Progress): Promise<void> {
  let made = false
  for (const setup of districts) {
    const { name } = setup
    const units = await placeUnits(db, setup, { ...seededPeople(setup), generated: true })
    made ||= units !== null
    if (units) progress({ zh: `已写入${name.zh}：${units['units']} 个单位，${units['people']} 名演示人员`, en: `${name.en}: ${units['units']} units and ${units['people']} people of the demonstration` })
    const outlines = await placeOutlines(db, setup)
    if (outlines) progress({ zh: `已写入${name.zh}：${outlines['outlines']} 个演示用示意轮廓（生成）`, en: `${name.en}: ${outlines['outlines']} schematic outlines, made up for the demonstration` })
    const ledger = await placeLedger(db, setup, published.get(setup.code) ?? { figures: [], targets: [] })
    if (ledger) progress({ zh: `已写入${name.zh}：${ledger['added']} 个指标，${ledger['figures']} 个公开数值，${ledger['targets']} 个公开目标`, en: `${name.en}: ${ledger['added']} indicators, ${ledger['figures']} published figures, ${ledger['targets']} published targets` })
    const lists = await placeLists(db, setup, listed.get(setup.code) ?? [])
    if (lists) progress({ zh: `已写入${name.zh}：${lists['ledgers']} 本台账`, en: `${name.en}: ${lists['ledgers']} ledgers` })
    const series = setup.code === 440104 ? await placeSeries(db, setup, yuexiuSeries(setup.code, setup.streets)) : null
    if (series) progress({ zh: `已写入${name.zh}：${series['figures']} 个演示用月度、季度数值（生成）`, en: `${name.en}: ${series['figures']} monthly and quarterly figures, made up for the demonstration` })
    const peers = setup.code === 440104 ? await placePeers(db, setup, yuexiuPeers) : null
    if (peers) progress({ zh: `已写入${name.zh}：${peers['peers']} 个演示用对标数（生成）`, en: `${name.en}: ${peers['peers']} figures of made-up districts for the demonstration` })
    const divided = setup.code === 440104 ? await placeDivisions(db, setup, demoDivisions) : null
    if (divided) progress({ zh: `已写入${name.zh}：${divided['divisions']} 项目标的演示用分解（生成）`, en: `${name.en}: ${divided['divisions']} targets divided for the demonstration (made up)` })
    const returns = await placeReturns(db, setup)
    if (returns) progress({ zh: `已写入${name.zh}：${returns['sheets']} 张演示用填报表（生成）`, en: `${name.en}: ${returns['sheets']} sheets, made up for the demonstration` })
    const cases = await placeCases(db, setup, setup.code === 440104 ? 500 : 200)
    if (cases) progress({ zh: `已写入${name.zh}：${cases['cases']} 件演示用工单（生成），其中反复出现的事项 ${cases['repeated']} 项`, en: `${name.en}: ${cases['cases']} cases, made up for the demonstration; ${cases['repeated']} matters come again and again` })
    const emergency = await placeEmergencyUnits(db, setup, setup.code === 440104 ? publishedCount : 200)
    if (emergency) progress({ zh: `已写入${name.zh}：${emergency['units']} 个演示用最小应急单元（生成）`, en: `${name.en}: ${emergency['units']} smallest emergency units, made up for the demonstration` })
    const projects = await placeProjects(db, setup)
    if (projects) progress({ zh: `已写入${name.zh}：${projects['projects']} 个演示用项目（生成），其中堵点 ${projects['blockers']} 个`, en: `${name.en}: ${projects['projects']} projects, made up for the demonstration, with ${projects['blockers']} blockers` })
    const forces = await placeForces(db, setup)
    if (forces) progress({ zh: `已写入${name.zh}：${forces['forces']} 个演示用专班（生成）`, en: `${name.en}: ${forces['forces']} task forces, made up for the demonstration` })
    const classifier = await placeClassifier(db, setup)
    if (classifier) progress({ zh: `已写入${name.zh}：分类建议学习了 ${classifier['taught']} 句演示文字（生成）`, en: `${name.en}: suggestions learned from ${classifier['taught']} made-up sentences` })
    await goThroughLights(db, setup)
    const supervised = await placeSupervision(db, setup)
    if (supervised) progress({ zh: `已写入${name.zh}：演示用调度会 ${supervised['meetings']} 次，月反馈 ${supervised['feedback']} 份，攻坚行动 ${supervised['sprints']} 次（生成）`, en: `${name.en}: ${supervised['meetings']} meetings, ${supervised['feedback']} pages of feedback and ${supervised['sprints']} sprints, made up for the demonstration` })
    const publications = setup.code === 440104 ? await placePublications(db, setup, [2021, 2023]) : 0
    if (publications > 0) progress({ zh: `已公布${name.zh} ${publications} 个年度的承诺（演示）`, en: `${name.en}: ${publications} years published for the demonstration` })
  }
  // Before it looks at its tables by itself, PostgreSQL takes them for all but empty and reads them whole.
  if (made) await sql`analyze`.execute(db)
}
