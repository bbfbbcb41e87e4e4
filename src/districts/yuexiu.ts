import { oursFromTheStart } from '../engines/indicators/domain/parameters.ts'
import { usualLetters } from './case-types.ts'
import { type DistrictSetup } from './district.ts'
import { halfYear2023 } from './yuexiu-figures/half-year-2023.ts'
import { plan2025 } from './yuexiu-figures/plan-2025.ts'
import { workReport2021 } from './yuexiu-figures/work-report-2021.ts'
import { yuexiuStreets } from './yuexiu-places.ts'

/** 广州市越秀区: 18 streets, 222 communities. */
export const yuexiu: DistrictSetup = {
  code: 440104,
  name: { zh: '越秀区', en: 'Yuexiu District' },
  city: { zh: '广州市', en: 'Guangzhou' },
  province: { zh: '广东省', en: 'Guangdong' },
  packs: ['five-year-plan', 'annual-plan', 'economy', 'investment-attraction', 'key-projects', 'bonds-and-funds', 'urban-renewal', 'programmes', 'livelihood', 'city-environment', 'documents-reading', 'reporting', 'ten-matters', 'inspections', 'hotline-12345', 'command-calls', 'grid', 'emergency-units', 'enterprise-requests', 'proposals', 'rectification', 'supervision'],
  // No paper of the district publishes its rule for lights, so the defaults of ours hold: 5 and 10 points, growth half a point and two.
  lights: [oursFromTheStart],
  results: { proposal: [usualLetters] },
  unitsFrom: '2016-01-01',
  namedDepartments: {
    'government-office': workReport2021.title,
    'development-reform': plan2025.title,
    'government-services-data': workReport2021.title,
    'disease-control': halfYear2023.title,
    archives: halfYear2023.title,
    media: workReport2021.title,
  },
  streets: yuexiuStreets,
  grids: {
    count: 1044, seed: 'yuexiu-grids',
    ground: { zh: '越秀区未公布网格数，按荔湾区公布的1044个生成，仅供演示', en: 'Yuexiu publishes no count; generated after the 1,044 that Liwan publishes, for the demonstration only' },
  },
}
