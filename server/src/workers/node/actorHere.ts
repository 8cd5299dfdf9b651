/** Who acts on this machine, and the random bytes that tell its instances apart. */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Actor } from '../workerPorts';

/** This process as an actor; another one for each call. */
export function actorHere(kind: Actor['kind']): Actor {
  return { kind, host: hostname(), pid: process.pid, instance: randomHex(8) };
}

/** Random bytes as lower-case hex, two letters each. */
export function randomHex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
