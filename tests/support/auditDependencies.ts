import { spawnSync } from 'node:child_process'
import process from 'node:process'

/**
 * The result of `npm audit` for the shipped dependencies: `clean`, `vulnerable` with the names, or `unknown`
 * where the registry cannot be reached or does not offer audits.
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

/** Parses the output of `npm audit --json`. */
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
