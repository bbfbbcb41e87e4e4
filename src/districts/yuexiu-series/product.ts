/** One quarter's end of the gross product: the level since January and its growth at constant prices. */
export type ProductPoint = { readonly period: string; readonly level: number | null; readonly growth: number | null }

/**
 * Gross product, as districts tell it: since January, by quarter. Published are 3370.05 (+2.7 %) of 2020, 3650.18 of 2022, the
 * growth of 2023Q1 (4.2 %), 2023H1 (5.3 %) and 2024 (1.6 %); these are not repeated here, what stands beside them is made up.
 */
export const product: readonly ProductPoint[] = [
  { period: '2020Q1', level: 758.3, growth: -5.4 }, { period: '2020H1', level: 1570.4, growth: -1.6 }, { period: '2020M1-9', level: 2436.5, growth: 1 },
  { period: '2021Q1', level: 842.6, growth: 14.9 }, { period: '2021H1', level: 1705.8, growth: 10.6 }, { period: '2021M1-9', level: 2602.4, growth: 7.9 }, { period: '2021', level: 3571.2, growth: 6.3 },
  { period: '2022Q1', level: 868.7, growth: 3.4 }, { period: '2022H1', level: 1739.3, growth: 1.3 }, { period: '2022M1-9', level: 2648.2, growth: 2.1 }, { period: '2022', level: null, growth: 2 },
  { period: '2023Q1', level: 893.2, growth: null }, { period: '2023H1', level: 1806.4, growth: null },
  { period: '2024Q1', level: 918.4, growth: 2.6 }, { period: '2024H1', level: 1846.1, growth: 1.9 }, { period: '2024M1-9', level: 2786.3, growth: 1.2 }, { period: '2024', level: 3862.5, growth: null },
  { period: '2025Q1', level: 943.9, growth: 3.1 }, { period: '2025H1', level: 1902.4, growth: 3.3 }, { period: '2025M1-9', level: 2877.6, growth: 3.5 },
]

/** The parts of the gross product: share of 2024 in per cent, and growth at constant prices by quarter's end of 2025. `OTHER-SERVICES-VA` takes what is left. */
export const productParts: readonly { readonly indicator: string; readonly share: number; readonly growth: Readonly<Record<string, number>> }[] = [
  { indicator: 'SECONDARY-VA', share: 4.8, growth: { '2025Q1': 5.2, '2025H1': 4.6, '2025M1-9': 4.1 } },
  { indicator: 'TRADE-VA', share: 15.6, growth: { '2025Q1': 1.1, '2025H1': 1.4, '2025M1-9': 1.9 } },
  { indicator: 'FINANCE-VA', share: 24.4, growth: { '2025Q1': 6.4, '2025H1': 6.9, '2025M1-9': 7.2 } },
  { indicator: 'REAL-ESTATE-VA', share: 7.9, growth: { '2025Q1': -3.8, '2025H1': -3.1, '2025M1-9': -2.6 } },
]
export const otherPart = 'OTHER-SERVICES-VA'
