// What is told of cycles, against plain searching, in random queues of two files.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cyclesIn } from '../../support/cycles';
import { checkProperty, patience } from '../../support/properties';
import { keyOf, taskText, uriOf, workspaceOf } from '../../support/workspace';

test(
  'random graphs over two files: one finding a cycle and file, every member named once',
  patience,
  () => {
    const size = 6;
    const ids = Array.from({ length: size }, (_, i) => `n-${i}`);
    const graph = fc.record({
      edges: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size)), { maxLength: 12 }),
      files: fc.array(fc.constantFrom('a', 'b'), { minLength: size, maxLength: size }),
    });
    const check = ({ edges, files }: { edges: [number, number][]; files: string[] }): void => {
      const queues: Record<string, string> = { a: '', b: '' };
      ids.forEach((id, i) => {
        // The last number stands for an id that nobody declares.
        const targets = edges.flatMap(([from, to]) => (from === i ? [ids[to] ?? 'gone-9'] : []));
        queues[files[i] ?? 'a'] += taskText(id, { Dependencies: targets.join(', ') || 'None' });
      });
      const state = workspaceOf(queues);
      const isEdge = (from: number, to: number) => edges.some(([f, t]) => f === from && t === to);
      const reaches = (from: number, to: number, seen = new Set<number>()): boolean =>
        ids.some((_, next) => {
          if (!isEdge(from, next) || seen.has(next)) return false;
          seen.add(next);
          return next === to || reaches(next, to, seen);
        });
      const knots = new Map<string, readonly number[]>();
      ids.forEach((_, i) => {
        const knot = ids.flatMap((_, j) => (reaches(i, j) && reaches(j, i) ? [j] : []));
        if (knot.includes(i)) knots.set(knot.join(), knot);
      });
      const place = (i: number) => {
        const document = state.documents.get(uriOf(files[i] ?? 'a'));
        const task = document?.declarations.find((d) => d.id.value === ids[i]);
        return { uri: document?.uri, block: task?.block };
      };
      for (const name of ['a', 'b']) {
        const findings = cyclesIn(state, name);
        const wanted = [...knots.values()].filter((knot) => knot.some((i) => files[i] === name));
        expect(findings).toHaveLength(wanted.length);
        const named = findings.map((f) => {
          const spans = [{ uri: uriOf(name), span: f.span }, ...f.related];
          return spans
            .map(({ uri, span }) =>
              ids.findIndex((_, i) => {
                const { uri: at, block } = place(i);
                return at === uri && block && block.start <= span.start && span.end <= block.end;
              }),
            )
            .sort((x, y) => x - y)
            .join();
        });
        expect([...named].sort()).toEqual(wanted.map((knot) => knot.join()).sort());
      }
      const cyclic = new Set([...knots.values()].flat());
      ids.forEach((id, i) => {
        const name = files[i] ?? 'a';
        const reasons =
          state.schedule.byQueue.get(uriOf(name))?.notReady.get(keyOf(name, id)) ?? [];
        expect(reasons.some((r) => r.kind === 'cycle')).toBe(cyclic.has(i));
      });
    };
    checkProperty('cycles over two files', 80, fc.property(graph, check));
  },
);
