/**
 * The raw text character by character brought to one form, lines untouched: what lies between the raw text and its
 * division into lines. `origin[i]` is the raw offset of `text[i]`, `origin[text.length]` the raw length.
 */
export type Flat = { readonly text: string; readonly origin: Uint32Array; readonly styles: readonly Style[] }

/** What a converter's marks said of a stretch of the flat text. `page` is a form feed and `gap` a run of blanks inside a line, both empty stretches. */
export type Style = { readonly kind: 'bold' | 'heading' | 'bullet' | 'row' | 'page' | 'gap'; readonly start: number; readonly end: number; readonly level: number }
