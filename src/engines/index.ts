/** The engines, low to high: each may import only those before it. */
export const engines = ['org', 'indicators', 'returns', 'plan', 'documents', 'cases', 'projects', 'supervision'] as const
export type Engine = (typeof engines)[number]
