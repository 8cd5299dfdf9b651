import type { Run } from '../../backend';
import type { GatewayLine } from './gatewayLine';
import type { OpenclawSetup } from './openclawSetup';
import { runOfSession } from './runOfSession';
import { attemptOfLabel } from './sessionNames';
import { readSessionRow, type SessionRow } from './sessionRow';
import { isRecord, listOf, numberOf } from '../fields';

const pageSize = 200;

/** A gateway that always says "there is more" must not keep us for ever. */
const mostPages = 10;

/** Every session that bears an attempt's name, newest first; none when the gateway does not answer. */
export async function listSessions(
  line: GatewayLine,
  setup: OpenclawSetup,
  signal: AbortSignal,
): Promise<readonly Run[]> {
  const rows: SessionRow[] = [];
  for (let page = 0, offset = 0; page < mostPages; page++) {
    const params = { agentId: setup.agentId, limit: pageSize, offset };
    const reply = await line.request('sessions.list', params, signal);
    if (reply.kind !== 'ok' || !isRecord(reply.payload)) break;
    rows.push(...listOf(reply.payload['sessions']).flatMap((row) => readSessionRow(row) ?? []));
    const next = numberOf(reply.payload['nextOffset']);
    if (next === undefined || next <= offset) break;
    offset = next;
  }
  return rows
    .sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0))
    .flatMap((row) => {
      const attemptId = attemptOfLabel(row.label ?? '');
      return attemptId === undefined ? [] : [runOfSession(attemptId, row)];
    });
}
