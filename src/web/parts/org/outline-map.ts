type Corner = readonly [lng: number, lat: number]

/** Rings of longitude and latitude as paths of an SVG, north up, in a box of this width; a degree of longitude is drawn as short as it is there. */
export function drawn(rings: readonly (readonly Corner[])[], width: number): { readonly height: number; readonly paths: readonly string[]; readonly centres: readonly (readonly [number, number])[] } {
  const corners = rings.flat()
  const [west, east] = [Math.min(...corners.map(c => c[0])), Math.max(...corners.map(c => c[0]))]
  const [south, north] = [Math.min(...corners.map(c => c[1])), Math.max(...corners.map(c => c[1]))]
  const short = Math.cos(((south + north) / 2) * Math.PI / 180)
  const scale = width / Math.max((east - west) * short, 1e-9)
  const at = ([lng, lat]: Corner): readonly [number, number] => [round((lng - west) * short * scale), round((north - lat) * scale)]
  return {
    height: Math.ceil((north - south) * scale),
    paths: rings.map(ring => `M${ring.map(corner => at(corner).join(' ')).join('L')}Z`),
    centres: rings.map(ring => at(middleOf(ring))),
  }
}

/** The middle of the box around a ring. */
function middleOf(ring: readonly Corner[]): Corner {
  const lngs = ring.map(c => c[0]), lats = ring.map(c => c[1])
  return [(Math.min(...lngs) + Math.max(...lngs)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2]
}

const round = (n: number) => Math.round(n * 10) / 10
