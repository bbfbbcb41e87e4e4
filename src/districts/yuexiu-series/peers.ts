/** Growth of a district that does not exist, made up so that the comparison can be tried. No real district is given figures that it never published. */
type MadeUp = { readonly indicator: string; readonly code: string; readonly name: string; readonly period: string; readonly growth: number; readonly saidOn: string; readonly source: { readonly kind: 'generated'; readonly seed: string } }

const names = ['示例甲区', '示例乙区', '示例丙区', '示例丁区', '示例戊区', '示例己区'] as const
const growths = [
  ['GDP', '2024', [3.4, 2.6, 2.1, 1.9, 0.8, 3]],
  ['FAI', '2024', [9.6, 4.2, -3.1, 12.5, 0.7, 6.3]],
] as const

/** Made-up districts of the same city beside ours, for two indicators of 2024. */
export const yuexiuPeers: readonly MadeUp[] = growths.flatMap(([indicator, period, values]) => names.map((name, i) => (
  { indicator, code: String(440191 + i), name: `${name}（演示）`, period, growth: values[i] ?? 0, saidOn: '2025-01-25', source: { kind: 'generated', seed: 'yuexiu-peers' } }
)))
