import { afterAll, vi } from 'vitest'

// Client tests have no server: a component that asks for something it was not given is offline, as it
// would be for a person.
vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no server in client tests')))

// The files of a worker share their modules. A chart that is still loading when its file ends would
// reject in the next file that shows one.
afterAll(async () => vi.dynamicImportSettled())
