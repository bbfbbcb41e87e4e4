import { flow, rate, stock } from '../indicator.ts'
import { type PackIndicator } from '../pack.ts'

/** Streets, buildings, networks, order and the answering of calls. */
export const city: readonly PackIndicator[] = [
  flow('ILLEGAL-BUILDING', '违法建设治理面积', 'Illegal building removed', '万平方米', { ownerUnit: 'city-management',
    aliases: ['拆除违法建设', '违法构筑物拆除整治', '违建治理', '依法拆除违法建设'], not: ['违建治理完成率', '房屋征拆'] }),
  flow('STREET-ORDER', '整治占道经营和“六乱”行为', 'Cases of street disorder dealt with', '万宗', { ownerUnit: 'city-management' }),
  flow('CONGESTION-POINTS', '交通拥堵点治理', 'Congestion points put right', '个', { ownerUnit: 'traffic-police',
    aliases: ['整治交通拥堵点位', '完成交通拥堵点治理', '交通拥堵点位整治'] }),
  flow('CAR-PARKS', '新改建停车场', 'Car parks built or rebuilt', '个', { ownerUnit: 'housing-construction' }),
  // 推进5条城中村更新改造 is a promise of effort: five under way do not keep it, so its name is no alias of the count.
  stock('URBAN-VILLAGES', '推进城中村改造', 'Urban villages under renewal', '个', { ownerUnit: 'housing-construction',
    aliases: ['城中村改造'], not: ['推进城中村更新改造'] }),
  rate('QUALITY-LOOK-COVER', '容貌品质社区覆盖率', 'Communities certified for their look', '%', { ownerUnit: 'city-management', not: ['市级容貌品质社区'] }),
  stock('QUALITY-LOOK-CITY', '市级容貌品质社区', 'Communities named by the city for their look', '个', { frequency: 'year', ownerUnit: 'city-management',
    aliases: ['培育市级容貌品质社区'], not: ['容貌品质社区覆盖率'] }),
  flow('CABLES-CLEARED', '“三线”整治', 'Overhead cables put in order', '公里', { frequency: 'year', ownerUnit: 'city-management', aliases: ['整治“三线”'] }),
  stock('BASE-STATIONS', '建成5G基站', '5G base stations', '个', { ownerUnit: 'science-industry', aliases: ['5G基站', '全域建成5G基站'], not: ['智慧灯杆'] }),
  stock('SMART-POLES', '智慧灯杆', 'Smart lamp posts', '个', { ownerUnit: 'science-industry', aliases: ['全域建成智慧灯杆', '建成智慧灯杆'], not: ['建成5G基站'] }),
  flow('ROADS-REPAIRED', '道路大中修项目', 'Roads under major repair', '条', { frequency: 'year', ownerUnit: 'housing-construction', aliases: ['完成道路大中修项目'] }),
  flow('ROOFS-IMPROVED', '第五立面提升', 'Roofs improved', '万平方米', { frequency: 'year', ownerUnit: 'city-management', aliases: ['新开展第五立面提升'] }),
  flow('RESETTLEMENT-STARTED', '新开工安置房', 'Resettlement homes begun', '套', { frequency: 'year', ownerUnit: 'housing-construction' }),
  stock('EMERGENCY-UNITS', '最小应急处置单元', 'Smallest emergency units', '个', { frequency: 'year', ownerUnit: 'emergency', aliases: ['优化整合最小应急处置单元'] }),
  flow('HOTLINE-ORDERS', '按期办结12345热线工单', 'Hotline orders closed on time', '万件', { ownerUnit: 'government-services-data', aliases: ['12345热线工单', '按期办结热线工单'] }),
  flow('STREET-CALLS', '呼应解决群众“烦心事”', 'Worries solved by calls between units', '件', { ownerUnit: 'grid-centre' }),
  flow('CRIMINAL-CASES', '刑事立案', 'Criminal cases opened', '宗', { direction: 'down', ownerUnit: 'public-security', aliases: ['全区刑事立案', '刑事立案数'], not: ['案件类警情', '涉黑涉恶案件'] }),
  flow('GANG-CASES', '涉黑涉恶案件', 'Organised crime cases', '宗', { direction: 'down', ownerUnit: 'public-security', not: ['刑事立案'] }),
  flow('POLICE-ALARMS', '案件类警情', 'Crime alarms', '宗', { direction: 'down', ownerUnit: 'public-security', aliases: ['110案件类警情'], not: ['刑事立案', '电诈警情', '涉赌警情'] }),
]
