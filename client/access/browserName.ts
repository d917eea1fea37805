/** Browsers by their user agent; specific ones first, because they also name those further down. */
const browsers: readonly [name: string, mark: RegExp][] = [
  ['Edge', /Edg(?:e|A|iOS)?\/(\d+)/],
  ['360', /360(?:SE|EE)(?:\/(\d+))?/],
  ['QQ', /QQBrowser\/(\d+)/],
  ['微信 WeChat', /MicroMessenger\/(\d+)/],
  ['Opera', /OPR\/(\d+)/],
  ['Firefox', /(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /Version\/(\d+)/],
]
const systems: readonly [name: string, mark: RegExp][] = [
  ['HarmonyOS', /HarmonyOS/],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Macintosh/],
  ['Linux', /Linux/],
]

/** Browser and system in short form, such as "Chrome 143 · Windows"; an unknown user agent is unchanged. */
export function browserName(agent: string): string {
  const browser = browsers.flatMap(([name, mark]) => {
    const match = mark.exec(agent)
    return match ? [[name, match[1]].filter(Boolean).join(' ')] : []
  })[0]
  const system = systems.find(([, mark]) => mark.test(agent))?.[0]
  return [browser, system].filter(Boolean).join(' · ') || agent
}
