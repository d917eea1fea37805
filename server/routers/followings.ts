import type { FollowerAt } from '../briefing/delivery/following.ts'
import type { Centre } from '../centres/centre.ts'
import type { Context } from '../context.ts'
import { z } from 'zod'
import { NamedError } from '#measures'
import { channelsOf } from '../briefing/delivery/channels.ts'
import { sendSample } from '../briefing/delivery/deliver.ts'
import {
  checkedChannel,
  followingOf,
  followingSchema,
  removeFollowing,
  setFollowing,
} from '../briefing/delivery/following.ts'
import { topics } from '../briefing/delivery/topics.ts'
import { centreCode, centreProcedure, router } from '../trpc.ts'

type OfCentre = Context & { centre: Centre }

const mine = ({ viewer, centre }: OfCentre): FollowerAt => ({
  centreId: centre.id,
  person: viewer.name,
})
const wishOf = z.strictObject({ centre: centreCode, wish: followingSchema })

/** The most samples that a person may send in ten minutes, over all centres and addresses. */
const mostSamples = 3

/** Limits samples, so that nobody can flood a chat room or a mailbox. Errors: too-many-requests. */
function refuseManySamples({ viewer, auditThrottle, clock }: Context): void {
  const places = Array.from({ length: mostSamples }, (_, place) => `sample ${place} ${viewer.name}`)
  if (!places.some(place => auditThrottle.isNew(place, clock()))) throw new NamedError('too-many-requests')
}

/** The viewer's own settings for notices that are sent outside the inbox. */
export const followingsRouter = router({
  own: centreProcedure('briefings.read')
    .input(z.strictObject({ centre: centreCode }))
    .query(async ({ ctx }) => ({
      topics,
      channels: channelsOf(ctx.delivery),
      domains: ctx.delivery.mail?.domains ?? [],
      following: await followingOf(ctx.database, mine(ctx)),
    })),

  set: centreProcedure('briefings.read', { audit: 'following-set' })
    .input(wishOf)
    .mutation(async ({ input, ctx }) => {
      const { wish } = input
      ctx.note({ subject: wish.channel, details: { topics: wish.topics } })
      await setFollowing(ctx.database, mine(ctx), { wish, settings: ctx.delivery })
    }),

  remove: centreProcedure('briefings.read', { audit: 'following-removed' })
    .input(z.strictObject({ centre: centreCode }))
    .mutation(async ({ ctx }) => removeFollowing(ctx.database, mine(ctx))),

  /** Sends a sample over the channel of a wish, whether the wish is saved or not. */
  try: centreProcedure('briefings.read', { audit: 'following-tried' })
    .input(wishOf)
    .mutation(async ({ input, ctx }) => {
      const { wish } = input
      ctx.note({ subject: wish.channel })
      const { database, centre, delivery: settings, logger } = ctx
      const channel = checkedChannel(wish, settings)
      refuseManySamples(ctx)
      await sendSample(channel, { database, centre, now: ctx.clock(), settings, logger })
    }),
})
