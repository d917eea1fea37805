import type { ChatRoom } from '../../operations/chatRoom.ts'
import type { MailSettings } from '../../operations/mail.ts'
import { NamedError } from '#measures'

/** The ways of sending notices. Only the configuration names servers, chat rooms and allowed addresses. */
export interface DeliverySettings {
  mail: MailSettings | null
  rooms: readonly ChatRoom[]
  /** The base address of links; null where the product serves only its own machine. */
  address: string | null
}

export const mailChannel = 'mail'

/** The name of a chat room: wecom-1 is the first 企业微信 room in the configuration. */
function roomNames(rooms: readonly ChatRoom[]): Map<string, ChatRoom> {
  const counts = new Map<string, number>()
  return new Map(
    rooms.map(room => {
      const count = (counts.get(room.form) ?? 0) + 1
      counts.set(room.form, count)
      return [`${room.form}-${count}`, room]
    }),
  )
}

/** The channels that a person can choose: mail first, where a mail server is configured. */
export const channelsOf = ({ mail, rooms }: DeliverySettings): string[] => [
  ...(mail ? [mailChannel] : []),
  ...roomNames(rooms).keys(),
]

/** The domain of a mail address in lower case. */
const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** A configured channel that can send. */
export type Channel = { room: ChatRoom } | { mail: MailSettings }

/** The channel of a name, for a mail address. Errors: channel-not-set-up, address-not-allowed. */
export function channelNamed(
  { channel, address }: { channel: string; address: string },
  { mail, rooms }: DeliverySettings,
): Channel {
  const room = roomNames(rooms).get(channel)
  if (room) return { room }
  if (channel !== mailChannel || !mail) throw new NamedError('channel-not-set-up', { channel })
  if (!/^[^\s@,;<>]+@[^\s@,;<>]+$/.test(address) || !mail.domains.includes(domainOf(address)))
    throw new NamedError('address-not-allowed', { address, allowed: mail.domains.join(', ') })
  return { mail: { ...mail, to: [address] } }
}
