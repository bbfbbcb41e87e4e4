import { type DistrictSetup } from './district.ts'
import { unitsOf } from './units.ts'

/** A rectangle in degrees (WGS84). */
type Frame = { readonly west: number; readonly south: number; readonly east: number; readonly north: number }

/**
 * Where a schematic map lies, and roughly where on it each street belongs, by the last three digits of its code. From general
 * knowledge of the city, to order the cells by; no boundary is meant by it.
 */
type Ground = Frame & { readonly streets: Readonly<Record<string, readonly [lng: number, lat: number]>> }

const grounds: Readonly<Record<number, Ground>> = {
  440104: {
    west: 113.232, south: 23.1095, east: 113.298, north: 23.1545,
    streets: {
      '001': [113.262, 23.137], '003': [113.268, 23.121], '004': [113.256, 23.129], '005': [113.25, 23.141], '007': [113.257, 23.124], '010': [113.257, 23.117],
      '011': [113.292, 23.124], '012': [113.291, 23.132], '013': [113.3, 23.129], '014': [113.294, 23.142], '015': [113.281, 23.136], '016': [113.28, 23.13],
      '017': [113.276, 23.124], '018': [113.275, 23.117], '019': [113.284, 23.12], '020': [113.285, 23.114], '021': [113.272, 23.146], '022': [113.25, 23.155],
    },
  },
  440103: {
    west: 113.2025, south: 23.065, east: 113.2775, north: 23.135,
    streets: {
      '001': [113.244, 23.107], '002': [113.252, 23.113], '003': [113.247, 23.115], '004': [113.236, 23.116], '005': [113.232, 23.12], '006': [113.238, 23.121],
      '007': [113.243, 23.125], '008': [113.247, 23.129], '009': [113.24, 23.13], '010': [113.23, 23.131], '011': [113.234, 23.142], '012': [113.249, 23.142],
      '013': [113.219, 23.136], '014': [113.249, 23.083], '015': [113.243, 23.09], '016': [113.236, 23.097], '017': [113.232, 23.104], '018': [113.224, 23.093],
      '019': [113.234, 23.08], '020': [113.208, 23.086], '021': [113.244, 23.06], '022': [113.219, 23.072],
    },
  },
}

/** A unit of the tree, by code, with the corners of its cell. */
export type SchematicOutline = { readonly code: string; readonly ring: readonly (readonly [lng: number, lat: number])[] }

export const schematicSource = '演示生成的示意轮廓，不是实际边界 schematic, made up for the demonstration'

/**
 * A schematic map of a district: streets as cells of a rectangle about as large as the district, communities as cells of their
 * street, grids of their community. Cells fill their frame without gap or overlap: all cuts run along the axes, so rounding moves
 * both sides alike. Empty for a district without a ground. Real boundaries are not published; a cut rectangle does not pass for one.
 */
export function schematicOutlines(setup: DistrictSetup): readonly SchematicOutline[] {
  const ground = grounds[setup.code]
  if (!ground) return []
  const below = Map.groupBy(unitsOf(setup), unit => unit.parent)
  const within = (parent: string, frame: Frame): SchematicOutline[] => {
    const units = (below.get(parent) ?? []).filter(unit => unit.kind !== 'department')
    const cells = units.map(({ code }): Cell => ({ code, weight: 3 + (below.get(code)?.length ?? 0), at: ground.streets[code.slice(6)] ?? null }))
    return cut(cells, frame).flatMap(({ code, frame: own }) => [{ code, ring: cornersOf(own) }, ...within(code, own)])
  }
  return within(String(setup.code), ground)
}

type Cell = { readonly code: string; readonly weight: number; readonly at: readonly [number, number] | null }

/** Cuts a frame across its longer side in two halves of about the same weight, and each of them again, until every cell has its own. */
function cut(cells: readonly Cell[], frame: Frame): readonly { readonly code: string; readonly frame: Frame }[] {
  const [first] = cells
  if (!first) return []
  if (cells.length === 1) return [{ code: first.code, frame }]
  // A degree of longitude is a little shorter here than one of latitude.
  const across = (frame.east - frame.west) * 0.92 >= frame.north - frame.south
  const inLine = cells.every(cell => cell.at) ? cells.toSorted((a, b) => (across ? (a.at?.[0] ?? 0) - (b.at?.[0] ?? 0) : (a.at?.[1] ?? 0) - (b.at?.[1] ?? 0))) : cells
  const total = weigh(inLine)
  const sums = inLine.map((_, i) => weigh(inLine.slice(0, i + 1)))
  const half = Math.min(inLine.length - 1, Math.max(1, sums.findIndex(sum => sum >= total / 2) + 1))
  const share = (sums[half - 1] ?? 0) / total
  const line = rounded(across ? frame.west + (frame.east - frame.west) * share : frame.south + (frame.north - frame.south) * share)
  return [...cut(inLine.slice(0, half), across ? { ...frame, east: line } : { ...frame, north: line }), ...cut(inLine.slice(half), across ? { ...frame, west: line } : { ...frame, south: line })]
}

const weigh = (cells: readonly Cell[]) => cells.reduce((sum, cell) => sum + cell.weight, 0)
/** To a tenth of a metre. */
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6
const cornersOf = ({ west, south, east, north }: Frame) => [[west, south], [east, south], [east, north], [west, north]] as const
