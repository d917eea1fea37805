import type { Inputs, Outputs } from '../data/trpc.ts'

export type Followings = Outputs['followings']['own']
type Wish = Inputs['followings']['set']['wish']

/** The errors of a failed attempt that have a text of their own; all others count as `internal`. */
const failures = ['mail-failed', 'chat-failed', 'channel-not-set-up', 'address-not-allowed'] as const
export const failureOf = (name: string): (typeof failures)[number] | 'internal' =>
  failures.find(failure => failure === name) ?? 'internal'

const two = (number: number): string => String(number).padStart(2, '0')

/** A minute of the day as the value of a time field. */
const timeOf = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`

/** The minute of the day from the value of a time field; null where it is empty. */
function minuteOf(time: string): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? []
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes)
}

/** The state of the form; times are values of time fields. */
export interface FollowingForm {
  topics: Wish['topics']
  channel: string
  address: string
  isDaily: boolean
  time: string
  quietFrom: string
  quietTo: string
}

const usualTime = '08:00'
const usualQuiet = ['20:00', '07:00'] as const

/** The initial state of the form: the stored settings, or all topics once a day over the first channel. */
export function formOfFollowing({ following, channels, topics }: Followings): FollowingForm {
  if (!following)
    return {
      topics: [...topics],
      channel: channels[0] ?? '',
      address: '',
      isDaily: true,
      time: usualTime,
      quietFrom: usualQuiet[0],
      quietTo: usualQuiet[1],
    }
  const { minute, quietFrom, quietTo } = following
  return {
    topics: [...following.topics],
    channel: following.channel,
    address: following.address,
    isDaily: minute !== null,
    time: minute === null ? usualTime : timeOf(minute),
    quietFrom: timeOf(quietFrom),
    quietTo: timeOf(quietTo),
  }
}

/** The settings from the form; an empty time field counts as midnight. */
export const wishOf = (form: FollowingForm): Wish => ({
  topics: form.topics,
  channel: form.channel,
  address: form.channel === 'mail' ? form.address : '',
  minute: form.isDaily ? (minuteOf(form.time) ?? 0) : null,
  quietFrom: minuteOf(form.quietFrom) ?? 0,
  quietTo: minuteOf(form.quietTo) ?? 0,
})
