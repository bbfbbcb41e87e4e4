/** How an indicator goes through a year: the twelve months' weights, from the way such figures usually come in. */
export const seasons = {
  /** Little at New Year, a push before each half-year's and year's end. */
  investment: [5, 5, 9.5, 8.5, 9, 13, 7, 7, 9.5, 7.5, 8, 11],
  /** Festivals and the sales of November. */
  retail: [9.2, 7.6, 7.9, 7.8, 8.3, 8.4, 8, 8.1, 8.4, 8.7, 8.9, 8.7],
  /** Settlements in January, April, July and October. */
  tax: [12, 6.2, 7, 9.6, 8.2, 7.8, 10, 6.6, 7.2, 9.8, 7.4, 8.2],
  /** Hiring after New Year and when schools end. */
  jobs: [6.4, 6.8, 10.2, 9.2, 9, 10.4, 10, 8.8, 8.6, 7.6, 6.8, 6.2],
  even: [7.6, 7, 8.6, 8.4, 8.4, 9, 8.2, 8.2, 8.6, 8.4, 8.6, 9],
} as const satisfies Record<string, readonly number[]>

/** A year of a course: its total, that of its first half where a paper fixes it, and the last month for which there are figures. */
export type CourseYear = { readonly year: number; readonly total: number; readonly half?: number; readonly until?: number }

/** A monthly series of an indicator. Totals that papers publish are theirs; the others are made up between them. */
export type Course = { readonly indicator: string; readonly unit: string; readonly decimals: number; readonly season: readonly number[]; readonly years: readonly CourseYear[]; /** Is it also told street by street, from 2024 on? */ readonly streets?: true }

/**
 * The months of Yuexiu, so that they add up to what its papers say: to the year's level where that is published, else to the
 * growth that is. The year 2023 goes no further than the half-year report and 2025 no further than October, so that
 * nothing made up stands in for a result that the district itself has still to publish.
 */
export const courses: readonly Course[] = [
  // 4.6 % in 2020, 6.3 % in 2022, 8.4 % in the first half of 2023, 17.8 % in 2024 (on a 2023 of 191.13, which is not shown).
  { indicator: 'FAI', unit: '亿元', decimals: 2, season: seasons.investment, streets: true, years: [
    { year: 2020, total: 156.9 }, { year: 2021, total: 168.04 }, { year: 2022, total: 178.63, half: 89.32 }, { year: 2023, total: 191.13, half: 96.82, until: 6 }, { year: 2024, total: 225.15 }, { year: 2025, total: 241.36, until: 10 },
  ] },
  // 11.3 % in the first half of 2023, 0.5 % in 2024 (on a 2023 of 1530).
  { indicator: 'RETAIL', unit: '亿元', decimals: 2, season: seasons.retail, streets: true, years: [
    { year: 2020, total: 1330.4 }, { year: 2021, total: 1440.82 }, { year: 2022, total: 1449.47, half: 690 }, { year: 2023, total: 1530, half: 767.97, until: 6 }, { year: 2024, total: 1537.65 }, { year: 2025, total: 1562.4, until: 10 },
  ] },
  // 53.7 in 2022 and 59.64 in 2024 are published.
  { indicator: 'BUDGET-REVENUE', unit: '亿元', decimals: 2, season: seasons.tax, years: [
    { year: 2020, total: 53.2 }, { year: 2021, total: 55.9 }, { year: 2022, total: 53.7 }, { year: 2024, total: 59.64 }, { year: 2025, total: 63.05, until: 10 },
  ] },
  // 3.6 % in 2020, 23.2 % in the first half of 2023.
  { indicator: 'TAX', unit: '亿元', decimals: 2, season: seasons.tax, years: [
    { year: 2020, total: 521.3 }, { year: 2021, total: 548.65 }, { year: 2022, total: 512.4, half: 236 }, { year: 2023, total: 577, half: 290.75, until: 6 }, { year: 2024, total: 585.2 }, { year: 2025, total: 604.5, until: 10 },
  ] },
  // 33619 in 2020 and 30019 in 2024 are published.
  { indicator: 'JOBS', unit: '人', decimals: 0, season: seasons.jobs, streets: true, years: [
    { year: 2020, total: 33_619 }, { year: 2021, total: 32_240 }, { year: 2022, total: 29_870 }, { year: 2024, total: 30_019 }, { year: 2025, total: 19_350, until: 10 },
  ] },
  // 2.5 % in 2022.
  { indicator: 'TRADE', unit: '亿元', decimals: 2, season: seasons.even, years: [
    { year: 2020, total: 480.6 }, { year: 2021, total: 512 }, { year: 2022, total: 524.8 }, { year: 2024, total: 505.4 }, { year: 2025, total: 511.9, until: 10 },
  ] },
  // 6.6 % in the first half of 2023.
  { indicator: 'FOREIGN-CAPITAL', unit: '亿元', decimals: 2, season: seasons.even, years: [
    { year: 2020, total: 35.2 }, { year: 2021, total: 38.4 }, { year: 2022, total: 41.25, half: 20 }, { year: 2023, total: 42, half: 21.32, until: 6 }, { year: 2024, total: 33.8 }, { year: 2025, total: 34.6, until: 10 },
  ] },
  { indicator: 'KEY-PROJECT-INVESTMENT', unit: '亿元', decimals: 2, season: seasons.investment, years: [
    { year: 2021, total: 33.6 }, { year: 2022, total: 36.25 }, { year: 2024, total: 43.5 }, { year: 2025, total: 42.9, until: 10 },
  ] },
  // One past year only: too little for a forecast, and the page says so.
  { indicator: 'QUALITY-PROJECTS', unit: '个', decimals: 0, season: seasons.even, years: [{ year: 2024, total: 318 }, { year: 2025, total: 268, until: 10 }] },
]

/** A series of what stands at the end of each month, drawn between what is known at some of them. */
export type Standing = { readonly indicator: string; readonly unit: string; readonly decimals: number; readonly known: readonly (readonly [month: string, value: number])[]; /** Months that are not shown, see `courses`. */ readonly hidden: readonly [from: string, to: string] }

export const standings: readonly Standing[] = [
  // 20 (+8.6 %), 23.4 (+7.5 %) and in June 2023 24 (+4.7 %) are published.
  { indicator: 'MARKET-ENTITIES', unit: '万户', decimals: 2, hidden: ['2023-07', '2023-12'],
    known: [['2019-12', 18.42], ['2020-12', 20], ['2021-12', 21.77], ['2022-06', 22.92], ['2022-12', 23.4], ['2023-06', 24], ['2023-12', 24.26], ['2024-12', 25.08], ['2025-10', 25.86]] },
]
