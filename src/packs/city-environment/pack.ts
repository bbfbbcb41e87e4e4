import { type Pack } from '../pack.ts'
import { city } from './city.ts'
import { environment } from './environment.ts'
import { examples } from './examples.ts'

export const cityEnvironment: Pack = {
  id: 'city-environment',
  version: 1,
  name: { zh: '城市品质、环境与安全指标', en: 'City, environment and safety indicators' },
  what: { zh: '空气、水、绿地、垃圾、市容、交通、治安的指标，相近口径分开登记', en: 'Indicators of air, water, green, waste, streets, traffic and order, near bases kept apart' },
  origins: [
    { document: '越秀区2021年政府工作报告', section: '一（四）、三（二）、三（四）' },
    { document: '越秀区2023年计划报告', section: '一（四）、二（五）' },
    { document: '越秀区2023年上半年报告', section: '一（四）、二（四）、二（五）' },
    { document: '越秀区2025年计划报告', section: '一（四）、二（六）' },
  ],
  systems: [
    { id: 'S173', example: '上半年治理4个交通拥堵点，全年5个，亮绿灯', page: '/plan/2023', extent: { zh: '拥堵点和停车场的个数与全年目标对照；单个点位的成因和整治还没有', en: "Number of points and car parks against the year's target; not yet the single points" } },
  ],
  indicators: [...environment, ...city],
  words: [
    { zh: '排水单元', en: 'drainage unit', meaning: { zh: '按地块划分的排水管理单元，逐个认定是否达标', en: 'A plot whose drains are managed and certified as one' } },
    { zh: '资源化利用率', en: 'reuse rate (of waste)', meaning: { zh: '生活垃圾经焚烧、生化等转为资源的份额，与回收利用率不是一个指标', en: 'Share of waste turned into a resource, burning included; not the recovery rate' } },
    { zh: '容貌品质社区', en: 'quality-look community', meaning: { zh: '经创建评定的容貌品质达标社区', en: 'A community certified for its look' } },
  ],
  examples,
}
