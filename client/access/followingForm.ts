import type { Inputs, Outputs } from '../data/trpc.ts'

export type Followings = Outputs['followings']['own']
type Wish = Inputs['followings']['set']['wish']

/** Why the last attempt failed, as far as there are words for it. */
const failures = ['mail-failed', 'chat-failed', 'channel-not-set-up', 'address-not-allowed'] as const
export const failureOf = (name: string): (typeof failures)[number] | 'internal' =>
  failures.find(one => one === name) ?? 'internal'

const two = (number: number): string => String(number).padStart(2, '0')

/** A minute of the day as a time field shows it. */
const timeOf = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`

/** The minute of the day in a time field; null where it is empty. */
function minuteOf(time: string): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? []
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes)
}

/** What the form shows; times as a time field holds them. */
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

/** The form as it opens: what is kept, or everything once a day over the first channel. */
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

/** What the form asks for; an empty time field is midnight. */
export const wishOf = (form: FollowingForm): Wish => ({
  topics: form.topics,
  channel: form.channel,
  address: form.channel === 'mail' ? form.address : '',
  minute: form.isDaily ? (minuteOf(form.time) ?? 0) : null,
  quietFrom: minuteOf(form.quietFrom) ?? 0,
  quietTo: minuteOf(form.quietTo) ?? 0,
})
