import type { Series } from './series.ts'
import process from 'node:process'
import { backTest, textOfDay, usualOf, wholeBucketsOf } from '#measures'
import { calendar } from '../support/calendar.ts'
import { demoSeries, realSeries } from './series.ts'
import { delays, falseAlarms, plantedWindows, shuffledLists, singleMonths } from './trials.ts'

// Prints how often the statistics of the product are right and wrong, over simulated halls and over real
// series. `-- --years 20` simulates fewer years. The numbers stand in docs/statistics.md.

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
const given = process.argv.indexOf('--years')
const years = given < 0 ? 200 : Number(process.argv[given + 1])
const halls = Math.max(4, Math.round(years / 5))

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function usualRanges(series: readonly Series[]): void {
  say('\nUsual range of the last whole month or week, half of it as a share of the mean')
  for (const { name, days, isChinese } of series) {
    const usual = usualOf({
      days,
      buckets: wholeBucketsOf(days),
      calendar: isChinese ? calendar : null,
      perDay: true,
    })
    say(
      `  ${name}: ${usual ? `± ${percent(usual.halfWidth)}, ${usual.signals.length} signals` : 'too short'}`,
    )
  }
}

function simulatedHalls(): void {
  say(`\nSimulated halls in which nothing happens, ${years} years`)
  const alarms = falseAlarms(years)
  say(
    `  half of the usual range: median ${percent(quantile(alarms.halfWidths, 0.5))},` +
      ` ninth decile ${percent(quantile(alarms.halfWidths, 0.9))}`,
  )
  say(
    `  false alarms: ${alarms.alarms} in ${alarms.years.toFixed(0)} years,` +
      ` ${(alarms.alarms / alarms.years).toFixed(2)} a year and subject`,
  )
  say(`  months with a step that is none: ${percent(alarms.steps / (alarms.years * 12))}`)
  say(`\nLasting changes, ${halls} halls each: whole months until told`)
  for (const size of [-0.05, -0.1, -0.2]) {
    const found = delays(size, halls)
    const finite = found.map(delay => delay ?? Infinity)
    say(
      `  ${percent(size)}: median ${quantile(finite, 0.5)}, ninth decile ${quantile(finite, 0.9)},` +
        ` within a year ${percent(found.filter(delay => delay !== null).length / found.length)}`,
    )
  }
  for (const size of [-0.1, -0.15]) {
    const { told, again } = singleMonths(size, halls)
    say(
      `  one month of ${percent(size)}: told when it is over ${told} of ${halls}, ` +
        `low alarms in the eleven months after ${again}`,
    )
  }
}

function lists(): void {
  const { lists: made, naming, members, named } = shuffledLists(years)
  say('\nLists of 45 windows')
  say(
    `  shuffled verdicts: ${naming} of ${made} lists name anybody (${percent(naming / made)});` +
      ` ${named} of ${members} members (${percent(named / members)})`,
  )
  say(`  a window planted at 88 % among 97 %: named in ${plantedWindows(years)} of ${years}`)
}

function backTests(series: readonly Series[]): void {
  say('\nForecasts of the past against the seasonal-naive one: mean absolute error as a share of what came')
  for (const { name, days, isChinese } of series) {
    const [first, last] = [days[0]?.day ?? 0, days.at(-1)?.day ?? 0]
    say(`  ${name}, ${textOfDay(first)} to ${textOfDay(last)}`)
    for (const length of [14, 30, 91]) {
      const test = backTest(days, { calendar: isChinese ? calendar : null, length })
      say(
        `    ${length} days: ${
          test
            ? `${percent(test.error)} against ${percent(test.naiveError)}, within its range ` +
              `${percent(test.covered)} of ${test.trials.length}${
                test.error < test.naiveError ? '' : ' → not forecast (无法预测)'
              }`
            : 'too short → not forecast (无法预测)'
        }`,
      )
    }
  }
}

const { series, missing } = realSeries()
const all = [demoSeries(), ...series]
for (const name of missing) say(`skipped: shared data not present: ${name}`)
usualRanges(all)
backTests(all)
lists()
simulatedHalls()
