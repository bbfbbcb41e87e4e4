import { flow, rate, stock } from '../indicator.ts'
import { type PackIndicator } from '../pack.ts'

/**
 * Counts and money of key projects. Scope is the point: the district's own list (区重点建设项目), the city's list
 * (市重点项目), the city's campaign list (市“攻城拔寨”项目) and the sum of several (市区重点项目) are four different counts.
 */
export const indicators: readonly PackIndicator[] = [
  stock('KEY-PROJECTS', '区重点建设项目', 'District key projects', '个', { ownerUnit: 'development-reform',
    aliases: ['区重点项目', '全区重点项目', '重点建设项目', '全区重点项目超额完成年度投资计划'],
    not: ['市重点项目', '市区重点项目', '市“攻城拔寨”项目', '“攻城拔寨”项目', '区重点建设项目完成投资'] }),
  flow('KEY-PROJECT-INVESTMENT', '区重点建设项目完成投资', 'Investment in district key projects', '亿元', { frequency: 'month', ownerUnit: 'development-reform',
    aliases: ['区重点建设项目全年完成投资', '重点建设项目完成投资', '区重点项目完成投资'],
    aliasesBeside: [{ name: '完成投资', beside: '区重点建设项目' }, { name: '完成投资', beside: '个重点建设项目' }],
    not: ['固定资产投资', '“攻城拔寨”项目完成投资', '区重点建设项目年度投资完成率'] }),
  rate('KEY-PROJECT-COMPLETION', '区重点建设项目年度投资完成率', "Completion of the year's investment in district key projects", '%', { frequency: 'month', ownerUnit: 'development-reform',
    aliases: ['区重点项目年度投资完成率'], not: ['区重点建设项目完成投资', '市重点项目投资完成度'] }),
  stock('CITY-KEY-PROJECTS', '市重点项目', 'City key projects in the district', '个', { ownerUnit: 'development-reform',
    not: ['区重点建设项目', '市区重点项目', '市“攻城拔寨”项目'] }),
  rate('CITY-KEY-PROJECT-LEAD', '市重点项目投资完成度领先序时进度', 'City key projects: investment ahead of schedule', '个百分点', { frequency: 'month', ownerUnit: 'development-reform',
    aliases: ['市重点项目投资完成度'], not: ['市“攻城拔寨”项目投资完成度', '区重点建设项目年度投资完成率'] }),
  stock('CITY-CAMPAIGN-PROJECTS', '市“攻城拔寨”项目', 'Projects of the city campaign', '个', { ownerUnit: 'development-reform',
    not: ['“攻城拔寨”项目', '市重点项目', '区重点建设项目'] }),
  rate('CITY-CAMPAIGN-LEAD', '市“攻城拔寨”项目投资完成度领先序时进度', 'City campaign projects: investment ahead of schedule', '个百分点', { frequency: 'month', ownerUnit: 'development-reform',
    aliases: ['市“攻城拔寨”项目投资完成度'], not: ['市重点项目投资完成度', '“攻城拔寨”项目投资领先序时进度'] }),
  stock('CITY-AND-DISTRICT-PROJECTS', '市区重点项目', 'City and district key projects together', '个', { ownerUnit: 'development-reform',
    aliases: ['推进市区重点项目', '加快推进市区重点项目'], not: ['市重点项目', '区重点建设项目'] }),
  stock('CAMPAIGN-PROJECTS', '“攻城拔寨”项目', 'Campaign projects', '个', { ownerUnit: 'development-reform',
    not: ['市“攻城拔寨”项目', '区重点建设项目'] }),
  flow('CAMPAIGN-INVESTMENT', '“攻城拔寨”项目完成投资', 'Investment in campaign projects', '亿元', { frequency: 'month', ownerUnit: 'development-reform',
    aliasesBeside: [{ name: '完成投资', beside: '“攻城拔寨”项目' }],
    not: ['区重点建设项目完成投资', '固定资产投资'] }),
  rate('CAMPAIGN-LEAD', '“攻城拔寨”项目投资领先序时进度', 'Campaign projects: investment ahead of schedule', '个百分点', { frequency: 'month', ownerUnit: 'development-reform',
    not: ['市“攻城拔寨”项目投资完成度'] }),
  stock('TASK-FORCES', '区领导领衔组建专班', 'Task forces led by district leaders', '个', { ownerUnit: 'government-office', aliases: ['区领导领衔专班'] }),
  flow('GOVERNMENT-BONDS', '争取政府债券', 'Government bonds granted', '亿元', { frequency: 'year', ownerUnit: 'finance',
    aliases: ['成功争取政府债券', '政府债券'], not: ['争取专项债、超长期特别国债等资金'] }),
  flow('BONDS-AND-FUNDS', '争取专项债、超长期特别国债等资金', 'Special bonds, treasury bonds and other funds granted', '亿元', { frequency: 'year', ownerUnit: 'finance', aliases: ['谋划争取专项债、超长期特别国债等资金'], not: ['争取政府债券'] }),
  flow('PROJECTS-STARTED', '重点项目开工建设', 'Key projects on which building began', '个', { ownerUnit: 'development-reform', not: ['重点项目竣工投用', '区重点建设项目'] }),
  flow('PROJECTS-IN-USE', '重点项目竣工投用', 'Key projects finished and in use', '个', { ownerUnit: 'development-reform', not: ['重点项目开工建设', '区重点建设项目'] }),
  flow('RAIL-LAND', '轨道交通征借地', 'Land taken or borrowed for rail', '万平方米', { frequency: 'year', ownerUnit: 'land-development',
    aliases: ['轨道交通及芳白城际借地', '轨道交通完成征借地'], not: ['轨道交通站点征拆建设'] }),
  stock('RAIL-STATIONS-CLEARING', '轨道交通站点征拆建设', 'Rail stations under clearing and construction', '个', { frequency: 'year', ownerUnit: 'land-development',
    aliases: ['推进地铁轨道交通站点征拆建设', '地铁站点征拆', '地铁站点等征拆工作', '做好地铁站点等征拆工作', '推进地铁轨道交通站点征拆建设及过境城际线路项目建设'], not: ['轨道交通施工站点及区间'] }),
  stock('RAIL-SITES-BUILDING', '轨道交通施工站点及区间', 'Rail stations and sections under construction', '个', { ownerUnit: 'housing-construction',
    aliases: ['轨道交通站点进场施工', '轨道交通站点及区间施工推进'], not: ['轨道交通站点征拆建设'] }),
]
