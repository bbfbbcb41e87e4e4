import { describe, expect, it } from 'vitest'
import { lightLook } from './theme.ts'

/** Relative luminance by WCAG 2.2. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map(i => Number.parseInt(colour.slice(i, i + 2), 16) / 255).map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}

function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (lighter + 0.05) / (darker + 0.05)
}

const grounds = { paper: lightLook.paper, surface: lightLook.surface, sunk: lightLook.sunk }

describe('the paper-white look', () => {
  const texts = { ink: lightLook.ink, inkSoft: lightLook.inkSoft, accent: lightLook.accent, fault: lightLook.fault, focus: lightLook.focus, ...lightLook.lights }
  for (const [name, colour] of Object.entries(texts)) {
    for (const [ground, behind] of Object.entries(grounds)) {
      it(`${name} can be read on ${ground}`, () => expect(contrast(colour, behind)).toBeGreaterThanOrEqual(4.5))
    }
  }

  it('words marked in a paper can be read', () => expect(contrast(lightLook.ink, lightLook.mark)).toBeGreaterThanOrEqual(4.5))
  it('the primary action can be read', () => expect(contrast(lightLook.onAccent, lightLook.accent)).toBeGreaterThanOrEqual(4.5))
  it('the edge of a field can be found', () => expect(contrast(lightLook.edge, lightLook.surface)).toBeGreaterThanOrEqual(3))
  it('no light has the colour of the accent', () => expect(Object.values(lightLook.lights)).not.toContain(lightLook.accent))
})
