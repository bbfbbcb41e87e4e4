import { type Contract, type Route } from '../kernel/contract.ts'
import { type Result } from '../kernel/result.ts'
import { type Context, type Handlers, type Input } from './context.ts'

/** A contract with its handlers, as the server mounts them. */
export type Api = { readonly tag: string; readonly contract: Contract; readonly handlers: Readonly<Record<string, (ctx: Context, input: Input<Route>) => Promise<Result<unknown>>>> }

/** Joins a contract and its handlers, checked route by route, and forgets which routes they are. */
export function api<const C extends Contract>(tag: string, contract: C, handlers: Handlers<C>): Api {
  return { tag, contract, handlers: handlers as unknown as Api['handlers'] } // each handler gets exactly what its own route parsed
}
