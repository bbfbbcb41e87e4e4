import { type ThemeConfig } from 'antd'
import { type Light } from '../kernel/light.ts'

/**
 * The colours of one look, as `#rrggbb`. Every text colour has a contrast of 4.5:1 or more on `paper`, `surface` and
 * `sunk` (proved by theme.test.ts). Lights are used for lights and nothing else; `accent` for the title rule and the
 * primary action.
 */
export type Look = {
  readonly paper: string
  readonly surface: string
  readonly sunk: string
  readonly ink: string
  readonly inkSoft: string
  readonly line: string
  /** Edges of fields and buttons: 3:1 on the surface, so that a field can be found. */
  readonly edge: string
  readonly accent: string
  readonly accentDeep: string
  readonly onAccent: string
  /** Behind the exact words of a paper that a figure was read from. */
  readonly mark: string
  readonly focus: string
  readonly fault: string
  readonly lights: Readonly<Record<Light, string>>
}

export const lightLook: Look = {
  paper: '#FAF9F5',
  surface: '#FFFFFF',
  sunk: '#F1EFE8',
  ink: '#1B2330',
  inkSoft: '#525B69',
  line: '#DEDACF',
  edge: '#868D98',
  accent: '#8F1D21',
  accentDeep: '#741519',
  onAccent: '#FFFFFF',
  mark: '#FFEBA3',
  focus: '#1D5FA6',
  fault: '#A3261F',
  lights: { 'on-pace': '#1B7446', slipping: '#9A5B00', 'off-pace': '#C2211C', done: '#1D5C91', 'not-judged': '#5C6572' },
}

export const fontFamily = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "Segoe UI", sans-serif'

/** Ant Design's tokens from a look. The look of its parts is set here and nowhere else. */
export function antTheme(look: Look): ThemeConfig {
  return {
    // One version of Ant Design on the page needs no hash in its selectors; without it there is no `:where()`, which
    // Chromium 86 does not know.
    hashed: false,
    token: {
      colorPrimary: look.ink,
      colorInfo: look.ink,
      colorError: look.fault,
      colorText: look.ink,
      colorTextHeading: look.ink,
      colorTextSecondary: look.inkSoft,
      colorTextDescription: look.inkSoft,
      colorTextPlaceholder: look.inkSoft,
      colorBgMask: 'rgba(27, 35, 48, 0.28)',
      colorBgLayout: look.paper,
      colorBgContainer: look.surface,
      colorBorder: look.edge,
      colorBorderSecondary: look.line,
      colorSplit: look.line,
      colorLink: look.ink,
      colorLinkHover: look.accent,
      linkDecoration: 'underline',
      linkHoverDecoration: 'underline',
      controlItemBgActive: look.sunk,
      controlItemBgHover: look.sunk,
      controlOutline: 'transparent',
      fontFamily,
      fontSize: 14,
      fontSizeLG: 16,
      fontSizeHeading1: 28,
      fontSizeHeading2: 20,
      fontSizeHeading3: 16,
      borderRadius: 4,
      controlHeight: 34,
      wireframe: false,
      // Nothing moves by itself.
      motion: false,
      boxShadow: '0 2px 10px rgba(27, 35, 48, 0.16)',
      boxShadowSecondary: '0 2px 10px rgba(27, 35, 48, 0.16)',
    },
    components: {
      Button: {
        colorPrimary: look.accent,
        colorPrimaryHover: look.accentDeep,
        colorPrimaryActive: look.accentDeep,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        defaultHoverColor: look.ink,
        defaultHoverBorderColor: look.ink,
        defaultHoverBg: look.sunk,
      },
      Table: { headerBg: look.sunk, headerColor: look.ink, rowHoverBg: look.sunk, borderColor: look.line, headerSplitColor: look.line, cellPaddingBlock: 12, cellPaddingBlockSM: 6 },
      Tooltip: { colorBgSpotlight: look.ink },
      Segmented: { trackBg: look.sunk },
    },
  }
}

/** A look as custom properties: from these our own style sheets and Ant Design draw. */
export function propertiesOf(look: Look): Readonly<Record<string, string>> {
  const { lights, ...colours } = look
  const named = [...Object.entries(colours), ...Object.entries(lights).map(([light, colour]) => [`light-${light}`, colour] as const), ['font', fontFamily] as const]
  return Object.fromEntries(named.map(([name, value]) => [`--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`, value]))
}

/** Sets a look on the root. */
export function wear(look: Look, root: HTMLElement): void {
  for (const [name, value] of Object.entries(propertiesOf(look))) root.style.setProperty(name, value)
}
