import { type Place } from '../schema.ts'

type Point = NonNullable<Place['point']>

/** Squares of a five-hundredth of a degree, here some 200 metres: cases nearby are looked up by the squares around. */
const PER_DEGREE = 500
const COLUMNS = 360 * PER_DEGREE
const column = (lng: number) => Math.floor((lng + 180) * PER_DEGREE)
const row = (lat: number) => Math.floor((lat + 90) * PER_DEGREE)

/** The number of the square in which a point lies; null for none. */
export function cellOf(point: Point | null): number | null {
  return point && row(point.lat) * COLUMNS + column(point.lng)
}

/** A degree of latitude in metres; one of longitude is shorter by the cosine. */
const DEGREE = 111_195

/** Every square that has a place within so many metres of the point, and some beyond. */
export function cellsWithin({ lng, lat }: Point, metres: number): number[] {
  const [high, wide] = [metres / DEGREE, metres / (DEGREE * Math.max(0.01, Math.cos((lat * Math.PI) / 180)))]
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
  return range(row(lat - high), row(lat + high)).flatMap(r => range(column(lng - wide), column(lng + wide)).map(c => r * COLUMNS + c))
}

/** Metres between two points on the ground. */
export function metresBetween(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const half = Math.sin(radians(b.lat - a.lat) / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lng - a.lng) / 2) ** 2
  return 2 * 6_371_008 * Math.asin(Math.sqrt(half))
}
