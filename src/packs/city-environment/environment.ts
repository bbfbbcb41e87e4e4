import { flow, rate, stock } from '../indicator.ts'
import { type PackIndicator } from '../pack.ts'

/** Air, water, green and waste. */
export const environment: readonly PackIndicator[] = [
  rate('AIR-GOOD-DAYS', '空气质量优良天数比例', 'Share of days with good air', '%', { nature: 'binding', frequency: 'month', ownerUnit: 'ecology',
    aliases: ['全区空气质量优良天数比例', '空气优良天数比例', '空气质量优良率', '优良天数比例'], not: ['空气优良天数'] }),
  flow('AIR-GOOD-DAY-COUNT', '空气优良天数', 'Days with good air', '天', { frequency: 'year', ownerUnit: 'ecology', not: ['空气质量优良天数比例'] }),
  rate('FINE-DUST', 'PM2.5平均浓度', 'Mean fine dust (PM2.5)', '微克/立方米', { nature: 'binding', direction: 'down', frequency: 'month', ownerUnit: 'ecology',
    aliases: ['PM2.5均值浓度', 'PM2.5浓度'] }),
  rate('DRAINAGE-COMPLIANCE', '排水单元达标认定率', 'Drainage units certified as up to standard', '%', { ownerUnit: 'water',
    aliases: ['排水单元达标率'], not: ['排水单元达标改造'] }),
  flow('DRAINAGE-AREA', '排水单元达标改造', 'Area of drainage units brought up to standard', '平方公里', { frequency: 'year', ownerUnit: 'water', not: ['排水单元达标认定率'] }),
  flow('SEWERS', '新建公共污水管网', 'New public sewers', '公里', { ownerUnit: 'water', not: ['新建改造公共管网'] }),
  flow('PUBLIC-PIPES', '新建改造公共管网', 'Public pipes laid or renewed', '公里', { ownerUnit: 'water', not: ['新建公共污水管网'] }),
  rate('SPONGE-CITY', '海绵城市建设达标面积占比', 'Share of the area up to the sponge-city standard', '%', { frequency: 'year', ownerUnit: 'water' }),
  flow('GREENWAYS', '建成碧道', 'Waterside greenways built', '公里', { frequency: 'year', ownerUnit: 'water', aliases: ['碧道'] }),
  flow('GREEN-SPACE-NEW', '新增城市绿地', 'New green space', '平方米', { ownerUnit: 'housing-construction', aliases: ['新增绿地', '全区新增绿地'], not: ['新增立体绿化', '增加绿地面积'] }),
  flow('GREEN-WALLS-NEW', '新增立体绿化', 'New green on walls and roofs', '平方米', { ownerUnit: 'housing-construction', aliases: ['立体绿化'], not: ['新增城市绿地'] }),
  flow('POCKET-PARKS-NEW', '新建口袋公园', 'New pocket parks', '个', { ownerUnit: 'housing-construction', not: ['累计建成口袋公园'] }),
  stock('POCKET-PARKS', '累计建成口袋公园', 'Pocket parks', '个', { ownerUnit: 'housing-construction', aliases: ['口袋公园', '建成口袋公园'], not: ['新建口袋公园'] }),
  rate('WASTE-REUSE', '生活垃圾资源化利用率', 'Household waste turned into a resource', '%', { ownerUnit: 'city-management',
    aliases: ['全区生活垃圾资源化利用率'], not: ['生活垃圾回收利用率'] }),
  rate('WASTE-RECOVERY', '生活垃圾回收利用率', 'Household waste recovered for recycling', '%', { ownerUnit: 'city-management',
    aliases: ['全区生活垃圾回收利用率'], not: ['生活垃圾资源化利用率'] }),
  flow('WASTE-POINTS-STARRED', '星级垃圾分类投放点', 'Starred points for sorted waste', '个', { frequency: 'year', ownerUnit: 'city-management',
    aliases: ['创建星级垃圾分类投放点'] }),
  flow('POLLUTING-SITES', '“散乱污”场所整治', 'Small polluting works put right', '家', { ownerUnit: 'ecology',
    aliases: ['排查整治“散乱污”场所', '清理整治“散乱污”场所'] }),
  stock('GREEN-COMMUNITIES', '创建绿色社区', 'Green communities', '个', { frequency: 'year', ownerUnit: 'housing-construction', aliases: ['累计创建绿色社区', '绿色社区'] }),
  stock('GREEN-SCHOOLS', '创建绿色学校', 'Green schools', '所', { frequency: 'year', ownerUnit: 'education', aliases: ['区属学校创建绿色学校'] }),
  stock('SAVING-OFFICES', '创建国家节约型机关', 'Offices certified as saving', '家', { frequency: 'year', ownerUnit: 'government-office', aliases: ['区属党政机关创建国家节约型机关'] }),
]
