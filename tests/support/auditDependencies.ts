import { spawnSync } from 'node:child_process'
import process from 'node:process'

/**
 * What the registry says of the shipped dependencies: `clean`, `vulnerable` with the names, or
 * `unknown` where it cannot be asked (a cut-off network, a mirror without that service).
 */
export function auditDependencies(): { state: 'clean' | 'vulnerable' | 'unknown'; says: string } {
  const npm = process.env.npm_execpath
  const args = ['audit', '--json', '--omit=dev', '--audit-level=high']
  const run =
    npm === undefined
      ? spawnSync('npm', args, { encoding: 'utf8', timeout: 60_000 })
      : spawnSync(process.execPath, [npm, ...args], { encoding: 'utf8', timeout: 60_000 })
  return judge(run.stdout ?? '')
}

interface Report {
  message?: string
  vulnerabilities?: Record<string, { severity: string }>
  metadata?: object
}

/** Reads what `npm audit --json` printed. */
export function judge(text: string): ReturnType<typeof auditDependencies> {
  let report: Report = {}
  try {
    report = JSON.parse(text) as Report
  } catch {
    return { state: 'unknown', says: text.slice(0, 200) }
  }
  if (report.metadata === undefined || report.vulnerabilities === undefined)
    return { state: 'unknown', says: report.message ?? 'no report' }
  const grave = Object.entries(report.vulnerabilities)
    .filter(([, one]) => one.severity === 'high' || one.severity === 'critical')
    .map(([name]) => name)
  return grave.length === 0 ? { state: 'clean', says: '' } : { state: 'vulnerable', says: grave.join(', ') }
}
