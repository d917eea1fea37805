import type { Served } from '../bench/server.ts'
import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { serverProcess } from '../support/startedProduct.ts'

/** What faults are made on. */
export interface Afflicted {
  folder: string
  served: Served
  /** Whether the data folder is a disk of its own, which can be filled. */
  ownDisk: boolean
}

/** A fault that comes and goes. `refuses`: answers may be refused by name while it lasts. */
export interface Fault {
  name: string
  refuses: boolean
  make: (at: Afflicted) => Promise<void>
}

const cookieOf = async (address: string, role: string): Promise<string> => {
  const reply = await fetch(`${address}/auth/sign-in/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role }),
  })
  return reply.headers
    .getSetCookie()
    .map(cookie => cookie.split(';')[0])
    .join('; ')
}

/** Opens a connection, sends some bytes every second, and goes. */
async function dribble(address: string, head: string, seconds: number): Promise<void> {
  const { hostname, port } = new URL(address)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  socket.write(head)
  for (let second = 0; second < seconds && !socket.destroyed; second++) {
    socket.write('x')
    await pause(1000)
  }
  socket.destroy()
}

async function slowBodies({ served: { address } }: Afflicted): Promise<void> {
  const { host } = new URL(address)
  const cookie = await cookieOf(address, 'clerk')
  const post = (route: string, more: string): string =>
    `POST ${route} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 100000\r\n${more}\r\n`
  const json = 'Content-Type: application/json\r\n'
  const form =
    `Cookie: ${cookie}\r\nX-Brightwindow: upload\r\n` + `Content-Type: multipart/form-data; boundary=x\r\n`
  await Promise.all(
    Array.from({ length: 30 }, async (_, index) =>
      dribble(address, index % 3 === 0 ? post('/files', form) : post('/trpc/measures.ask', json), 25),
    ),
  )
}

async function upload(address: string, cookie: string, bytes: Buffer, cut: boolean): Promise<string | null> {
  const { hostname, port, host } = new URL(address)
  const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n'
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')])
  return new Promise(resolve => {
    const socket = connect(Number(port), hostname)
    let said = ''
    socket.on('error', () => resolve(null))
    socket.on('data', chunk => (said += String(chunk)))
    socket.on('close', () => resolve(/"id":"([0-9a-f-]+)"/.exec(said)?.[1] ?? null))
    socket.write(
      `POST /files HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n` +
        `Cookie: ${cookie}\r\nX-Brightwindow: upload\r\n` +
        `Content-Type: multipart/form-data; boundary=x\r\nContent-Length: ${body.length}\r\n\r\n`,
    )
    socket.write(cut ? body.subarray(0, body.length >> 1) : body)
    if (cut) setTimeout(() => socket.destroy(), 200)
  })
}

async function brokenUploads({ served: { address } }: Afflicted): Promise<void> {
  const cookie = await cookieOf(address, 'clerk')
  for (let round = 0; round < 12; round++) {
    const bytes = Buffer.concat([Buffer.from(round % 2 === 0 ? 'PK\u0003\u0004' : ''), randomBytes(200_000)])
    const id = await upload(address, cookie, bytes, round % 3 === 0)
    if (id !== null)
      await fetch(`${address}/trpc/intake.look`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ centre: 'pinghe', upload: id }),
      }).then(async reply => reply.text())
  }
}

async function killDatabase({ folder }: Afflicted): Promise<void> {
  const server = serverProcess(folder)
  if (server !== null) process.kill(server, 'SIGKILL')
  await pause(5000)
}

/** Fills the disk to its last byte, holds it full, and frees it. */
async function fillDisk({ folder }: Afflicted): Promise<void> {
  const file = path.join(folder, 'filler')
  const megabyte = Buffer.alloc(1 << 20)
  try {
    for (;;) await writeFile(file, megabyte, { flag: 'a' })
  } catch {
    await pause(20_000)
  } finally {
    await rm(file, { force: true })
  }
}

async function jumpClock({ served: { process: child } }: Afflicted): Promise<void> {
  for (const seconds of [7200, -7200, -3600, 3600]) {
    child.stdin?.write(`${seconds}\n`)
    await pause(5000)
  }
}

/** All faults, in the order in which they come. */
export const faults: readonly Fault[] = [
  { name: 'kill PostgreSQL', refuses: true, make: killDatabase },
  { name: 'slow bodies', refuses: false, make: slowBodies },
  { name: 'full disk', refuses: true, make: fillDisk },
  { name: 'broken uploads', refuses: false, make: brokenUploads },
  { name: 'clock jumps', refuses: false, make: jumpClock },
]

/** Makes the folder a small disk of its own where the machine allows it. */
export function ownDisk(folder: string, megabytes: number): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'none', folder], {
      stdio: 'ignore',
    })
    return true
  } catch {
    return false
  }
}

/** Gives a disk of the folder's own back. */
export function leaveDisk(folder: string): void {
  execFileSync('umount', ['-l', folder], { stdio: 'ignore' })
}
