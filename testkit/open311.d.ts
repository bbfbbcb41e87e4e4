/** As much of the client library open311 as the tests use; the package carries no types. */
declare module 'open311' {
  type Answer = (failed: unknown, data: unknown) => void
  export default class Open311 {
    constructor(options: { readonly discovery?: string; readonly endpoint?: string; readonly apiKey?: string; readonly format?: 'json' | 'xml'; readonly jurisdiction?: string })
    endpoint: string
    serviceDiscovery(options: { readonly cache?: boolean }, answer: Answer): void
    serviceList(answer: Answer): void
    serviceDefinition(code: string, answer: Answer): void
    submitRequest(data: Readonly<Record<string, unknown>>, answer: Answer): void
    token(token: string, answer: Answer): void
    serviceRequests(id: string, params: Readonly<Record<string, string>>, answer: Answer): void
    serviceRequests(params: Readonly<Record<string, string>>, answer: Answer): void
  }
}
