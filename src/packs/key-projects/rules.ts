import { type NodeTemplate, type ProjectRules } from '../../engines/projects/schema.ts'
import { label } from '../case-type.ts'
import { constructionApprovals, pool } from './approvals.ts'

const node = (key: string, zh: string, en: string, weight: number, share: number, ...after: readonly string[]): NodeTemplate => ({ key, name: label(zh, en), weight, share, after: [...after] })

/** How many nodes a kind has follows Yichang's published practice (11, 4 and 3). Which they are, their weights and shares of the time are ours. */
const kinds: ProjectRules['kinds'] = [
  {
    key: 'construction', name: label('工程建设', 'Construction'), what: label('从立项到竣工验收，十一个节点', 'From approval to acceptance, eleven nodes'),
    nodes: [
      node('approval', '立项', 'Project approved', 5, 0),
      node('feasibility', '可行性研究报告批复', 'Feasibility study approved', 6, 0.06, 'approval'),
      node('design', '初步设计与概算批复', 'Preliminary design and estimate approved', 8, 0.14, 'feasibility'),
      node('land', '用地落实', 'Land secured', 10, 0.16, 'feasibility'),
      node('planning-permit', '规划许可', 'Planning permit', 7, 0.2, 'design', 'land'),
      node('drawings', '施工图审查', 'Working drawings reviewed', 5, 0.25, 'planning-permit'),
      node('tender', '施工招标', 'Works tendered', 8, 0.3, 'drawings'),
      node('building-permit', '施工许可', 'Building permit', 6, 0.33, 'tender'),
      node('start', '开工', 'Works begun', 10, 0.35, 'building-permit'),
      node('structure', '主体完工', 'Main structure finished', 25, 0.8, 'start'),
      node('acceptance', '竣工验收', 'Works accepted', 10, 1, 'structure'),
    ],
    approvals: [...constructionApprovals],
  },
  {
    key: 'decision', name: label('决策事项', 'Decision'), what: label('规划、方案、政策等要作决定的事项，四个节点', 'Plans, schemes and policies on which a decision is due, four nodes'),
    nodes: [node('proposed', '提出', 'Proposed', 10, 0.1), node('examined', '论证与征求意见', 'Examined, opinions heard', 30, 0.5, 'proposed'), node('decided', '审议决定', 'Decided', 20, 0.7, 'examined'), node('carried-out', '落实', 'Carried out', 40, 1, 'decided')],
  },
  {
    key: 'investment', name: label('招商引资', 'Investment attraction'), what: label('从签约到投产，三个节点', 'From the contract to production, three nodes'),
    nodes: [node('signed', '签约', 'Contract signed', 20, 0.2), node('landed', '落地', 'Landed', 40, 0.5, 'signed'), node('producing', '投产', 'In production', 40, 1, 'landed')],
  },
]

/**
 * How key projects are kept. The papers name four batches (四个一批) and lights and tell neither which batches nor by what rule:
 * phases and limits are ours until the district sets its own. A shortfall of 5 and 10 points is also that of targets.
 */
export const projects: ProjectRules = {
  phases: { planned: label('谋划', 'Planned'), reserved: label('储备', 'Reserved'), started: label('开工', 'Started'), operating: label('投产', 'In operation') },
  kinds,
  lists: [
    { key: 'district-key', name: label('区重点建设项目', 'District key projects'), what: label('区政府每年公布的重点建设项目清单', 'The list of key projects that the district sets for the year') },
    { key: 'city-key', name: label('市重点项目', 'City key projects'), what: label('列入市重点项目清单、在本区的项目', "Projects in the district that stand on the city's list of key projects") },
    { key: 'city-campaign', name: label('市“攻城拔寨”项目', 'City campaign projects'), what: label('列入市“攻城拔寨”行动清单、在本区的项目', "Projects in the district that stand on the list of the city's campaign") },
  ],
  light: { lag: { slipping: 5, offPace: 10 }, node: { slipping: 1, offPace: 30 }, blocker: { slipping: 15, offPace: 30 }, toldBy: 10, judged: { by: 'worst' } },
  pool,
  team: 'one',
}
