/** The part of `oidc-provider` that tests use; it comes without types. */
declare module 'oidc-provider' {
  import { type IncomingMessage, type ServerResponse } from 'node:http'

  export class Provider {
    constructor(issuer: string, settings: Readonly<Record<string, unknown>>)
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
  }
}
