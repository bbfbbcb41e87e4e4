/** As much of n3 as the tests use to read Turtle; the package carries no types. */
declare module 'n3' {
  export type Term = { readonly termType: string; readonly value: string; readonly language?: string; readonly datatype?: { readonly value: string }; equals(other: unknown): boolean }
  export type Quad = { readonly subject: Term; readonly predicate: Term; readonly object: Term; readonly graph: Term; equals(other: unknown): boolean }
  export class Parser { parse(text: string): Quad[] }
  export class Store implements Iterable<Quad> { constructor(quads?: readonly Quad[]); readonly size: number; add(quad: Quad): this; delete(quad: Quad): this; has(quad: Quad): boolean; match(): this; [Symbol.iterator](): Iterator<Quad> }
}
