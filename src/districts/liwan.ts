import { oursFromTheStart } from '../engines/indicators/domain/parameters.ts'
import { usualLetters } from './case-types.ts'
import { type DistrictSetup } from './district.ts'
import { liwanStreets } from './liwan-places.ts'

/** 广州市荔湾区: 22 streets, 201 communities. Units only; no figures are seeded. */
export const liwan: DistrictSetup = {
  code: 440103,
  name: { zh: '荔湾区', en: 'Liwan District' },
  city: { zh: '广州市', en: 'Guangzhou' },
  province: { zh: '广东省', en: 'Guangdong' },
  packs: ['five-year-plan', 'annual-plan', 'economy', 'investment-attraction', 'key-projects', 'bonds-and-funds', 'urban-renewal', 'programmes', 'livelihood', 'city-environment', 'documents-reading', 'reporting', 'ten-matters', 'inspections', 'hotline-12345', 'command-calls', 'grid', 'emergency-units', 'enterprise-requests', 'proposals', 'rectification', 'supervision'],
  // No paper of the district publishes its rule for lights, so the defaults of ours hold: 5 and 10 points, growth half a point and two.
  lights: [oursFromTheStart],
  results: { proposal: [usualLetters] },
  unitsFrom: '2016-01-01',
  namedDepartments: {},
  streets: liwanStreets,
  grids: {
    count: 1044, seed: 'liwan-grids',
    ground: { zh: '荔湾区“3331”工作法公布网格1044个；网格名称和划分为生成', en: "Liwan's 3331 method counts 1,044 grids; their names and division are generated" },
  },
}
