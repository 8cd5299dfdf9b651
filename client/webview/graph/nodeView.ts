/** One node of the scene: shape, icon, word and colour for its status, so that none of them alone has to be seen. */
import { nothing, svg, type SVGTemplateResult } from 'lit/html.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { nodeSizes, nodeText, type NodeText } from '../../../server/src/graphview/nodeText';
import { isTroubled } from '../../../server/src/graphview/rollUp';
import type { VisibleNode } from '../../../server/src/graphview/visible';
import type { DrawnNode } from './drawing';

/** What a commit did to a task, where the graph of a commit is shown. */
export type NodeMark = 'added' | 'done' | 'reopened';

export interface NodeLook {
  readonly isSelected: boolean;
  readonly mark: NodeMark | undefined;
  readonly showsWaves: boolean;
  readonly domId: string;
}

const { textX, headY, detailY, right } = nodeSizes;
const faceX = 10;
const marks: Readonly<Record<NodeMark, string>> = {
  added: '+ added',
  done: '✓ done',
  reopened: '↺ reopened',
};

/** The group of a node. Its parts stay the same elements; only what differs from the last picture is touched. */
export function nodeView({ node, box }: DrawnNode, look: NodeLook): SVGTemplateResult {
  const { face, key, kind } = node;
  const isFold = kind !== 'task';
  const canFold = isFold || node.canFold;
  const { width, height } = box;
  const text = textOf(node);
  const marked = look.mark === undefined ? node.spoken : `${look.mark}, ${node.spoken}`;
  const spoken = node.isDimmed ? `${marked}, not found` : marked;
  return svg`<g
    class=${classesOf(node, look)}
    id=${look.domId}
    data-key=${key}
    role="treeitem"
    aria-level="1"
    aria-label=${spoken}
    aria-selected=${String(look.isSelected)}
    aria-expanded=${ifDefined(canFold ? String(!isFold) : undefined)}
    transform=${`translate(${box.x} ${box.y})`}
  >${isFold ? svg`<rect class="back" x="4" y="4" width=${width} height=${height} rx="6" />` : nothing}<rect
      class="card" width=${width} height=${height} rx="6" /><g
      class=${face.isFilled ? 'face is-filled' : 'face'} transform=${`translate(${faceX} ${headY - 12.5})`}
    ><path class="outline" d=${face.outline} /><path class="glyph" d=${face.icon} /></g><text
      class="head" aria-hidden="true" x=${textX} y=${headY}>${text.head}</text><text
      class="status" aria-hidden="true" x=${width - right} y=${text.statusLine === 'head' ? headY : detailY} text-anchor="end">${text.status}</text><text
      class="detail" aria-hidden="true" x=${textX} y=${detailY}>${text.detail}</text>${
        isFold ? progress(node.rollUp, width, height) : nothing
      }${canFold ? chevron(isFold) : nothing}${badge(node, look, width)}${
        kind === 'lane'
          ? nothing
          : svg`<circle class="handle" cx=${width} cy=${height / 2} r="6" />`
      }</g>`;
}

function classesOf(node: VisibleNode, { isSelected, mark }: NodeLook): string {
  return [
    `node face-${node.face.colour}`,
    ...(node.kind === 'task' ? [] : ['is-fold']),
    ...(node.isDimmed ? ['is-dimmed'] : []),
    ...(node.isCritical ? ['is-critical'] : []),
    ...(isSelected ? ['is-selected'] : []),
    ...(node.kind !== 'lane' && node.task.isForeign ? ['is-foreign'] : []),
    ...(mark === undefined ? [] : [`mark-${mark}`]),
  ].join(' ');
}

const texts = new WeakMap<VisibleNode, NodeText>();

function textOf(node: VisibleNode): NodeText {
  const text = texts.get(node) ?? nodeText(node);
  texts.set(node, text);
  return text;
}

/** How much of what is folded is done, as a line at the bottom. */
function progress(
  { done, total }: { readonly done: number; readonly total: number },
  width: number,
  height: number,
): SVGTemplateResult {
  const part = total === 0 ? 0 : (width * done) / total;
  return svg`<rect class="rail" y=${height - 3} width=${width} height="3" rx="1.5" /><rect
    class="rail is-done" y=${height - 3} width=${part} height="3" rx="1.5" />`;
}

function chevron(isFold: boolean): SVGTemplateResult {
  return svg`<g class="chevron" transform="translate(9 24)"><rect width="18" height="18" rx="3" /><path
    d=${isFold ? 'M5.5 7.5l3.5 3.5l3.5-3.5' : 'M5.5 10.5l3.5-3.5l3.5 3.5'} /></g>`;
}

/** On the upper border: what a commit did, the wave, or that somebody should look at it. */
function badge(
  node: VisibleNode,
  { mark, showsWaves }: NodeLook,
  width: number,
): SVGTemplateResult | typeof nothing {
  if (mark !== undefined) return pill('mark', marks[mark], width - 78, 72);
  const wave = node.kind === 'lane' ? undefined : node.task.wave;
  if (showsWaves && wave !== undefined)
    return pill('wave', wave === 0 ? 'now' : `wave ${wave}`, width - 62, 56);
  const needsSomebody =
    node.kind === 'lane'
      ? node.rollUp.troubled > 0
      : isTroubled(node.task) || (node.kind === 'manager' && node.rollUp.troubled > 0);
  if (!needsSomebody) return nothing;
  return svg`<g class="badge" transform=${`translate(${width - 9} -5)`}><circle cx="6" cy="6" r="7" /><path
    d="M6 2.8V6.6M6 8.8V9.2" /></g>`;
}

function pill(name: string, text: string, x: number, width: number): SVGTemplateResult {
  return svg`<g class=${`pill ${name}`} aria-hidden="true" transform=${`translate(${x} -9)`}><rect
    width=${width} height="17" rx="8.5" /><text x=${width / 2} y="12" text-anchor="middle">${text}</text></g>`;
}
