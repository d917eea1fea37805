import type { ChatRoom } from '../../operations/chatRoom.ts'
import type { MailSettings } from '../../operations/mail.ts'
import { NamedError } from '#measures'

/** How notices leave the product. The configuration alone names servers, rooms and allowed addresses. */
export interface DeliverySettings {
  mail: MailSettings | null
  rooms: readonly ChatRoom[]
  /** Where the product is reached, for the links; null where it serves one machine alone. */
  address: string | null
}

export const mailChannel = 'mail'

/** The name of a room: wecom-1 is the first room of 企业微信 that the configuration names. */
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

/** Every channel that a person can choose: mail first, where there is a mail server. */
export const channelsOf = ({ mail, rooms }: DeliverySettings): string[] => [
  ...(mail ? [mailChannel] : []),
  ...roomNames(rooms).keys(),
]

/** The domain of a mail address in small letters. */
const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** A channel that is set up, ready to be sent over. */
export type Channel = { room: ChatRoom } | { mail: MailSettings }

/**
 * The channel of that name, for that mail address. Errors: channel-not-set-up, address-not-allowed.
 */
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
