import { yuexiuFigures, yuexiuTargets } from '../yuexiu-figures/all.ts'
import { type PublishedSource } from '../yuexiu-figures/rows.ts'

/** A number that a paper publishes, with paper and section. */
export type Said = { readonly value: number; readonly unit: string; readonly source: PublishedSource }

/** What the papers of Yuexiu publish of the key projects of a year, all together; no paper at hand lists them one by one. Money in 亿元. */
export type PublishedYear = {
  readonly year: number
  readonly count: Said
  /** Investment that is promised for the year. */
  readonly plan: Said | null
  readonly done: Said | null
  /** Investment done in per cent of the year's plan. */
  readonly completion: Said | null
  /** How far investment ran ahead of schedule by the end of the year, in points. */
  readonly lead: Said | null
  readonly started: Said | null
  readonly inUse: Said | null
  /** Of the first half-year, by the city's lists: how many, and how far their investment was ahead of the time passed, in points. */
  readonly half: { readonly cityKey: { readonly count: Said; readonly lead: Said }; readonly cityCampaign: { readonly count: Said; readonly lead: Said } } | null
}

/** As the rows of the papers have it (`yuexiu-figures`), so that a number stands in one place only. */
function said(indicator: string, period: string): Said {
  const figure = yuexiuFigures.find(row => row.indicator === indicator && row.period === period && row.level !== null)
  const target = yuexiuTargets.find(row => row.indicator === indicator && row.period === period && row.aspect === 'level')
  const value = figure?.level?.value ?? target?.value, unit = figure?.level?.unit ?? target?.measure, source = figure?.source ?? target?.source
  if (value === null || value === undefined || unit === undefined || !source) throw new Error(`No paper says ${indicator} of ${period}`)
  return { value, unit, source }
}

const none = { plan: null, done: null, completion: null, lead: null, started: null, inUse: null, half: null }

/**
 * The published years. Of 2020 the paper says that the plan was overfulfilled and not by how much. The 65 of 2024 are called
 * “攻城拔寨”项目 there; the campaign is that of the district's key projects (2021 report, 一（二）and 三（三）), so they are counted here.
 */
export const publishedYears: readonly PublishedYear[] = [
  { ...none, year: 2020, count: said('KEY-PROJECTS', '2020') },
  { ...none, year: 2021, count: said('KEY-PROJECTS', '2021') },
  { ...none, year: 2022, count: said('KEY-PROJECTS', '2022'), completion: said('KEY-PROJECT-COMPLETION', '2022') },
  {
    ...none, year: 2023, count: said('KEY-PROJECTS', '2023'), plan: said('KEY-PROJECT-INVESTMENT', '2023'),
    half: { cityKey: { count: said('CITY-KEY-PROJECTS', '2023H1'), lead: said('CITY-KEY-PROJECT-LEAD', '2023H1') }, cityCampaign: { count: said('CITY-CAMPAIGN-PROJECTS', '2023H1'), lead: said('CITY-CAMPAIGN-LEAD', '2023H1') } },
  },
  { ...none, year: 2024, count: said('CAMPAIGN-PROJECTS', '2024'), done: said('CAMPAIGN-INVESTMENT', '2024'), lead: said('CAMPAIGN-LEAD', '2024'), started: said('PROJECTS-STARTED', '2024'), inUse: said('PROJECTS-IN-USE', '2024') },
  { ...none, year: 2025, count: said('KEY-PROJECTS', '2025'), plan: said('KEY-PROJECT-INVESTMENT', '2025') },
]
