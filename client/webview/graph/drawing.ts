/** What is drawn of the state: visible graph and layout, worked out again only when something that they depend on changes. */
import type { GraphSnapshot } from '../../../server/src/protocol/graphSnapshot';
import { defaultFolds } from '../../../server/src/graphview/defaultFolds';
import type { GraphLayout, NodeBox } from '../../../server/src/graphview/graphLayout';
import { laneLayout } from '../../../server/src/graphview/laneLayout';
import type { VisibleGraph, VisibleNode } from '../../../server/src/graphview/visible';
import { visibleGraph } from '../../../server/src/graphview/visibleGraph';
import { focusSet } from './focusSet';
import type { Focus, PageState } from './pageState';
import { readQuery, type QueryAnswer } from './queryAnswer';
import { structureOf } from './structureOf';

export interface DrawnNode {
  readonly node: VisibleNode;
  readonly box: NodeBox;
}

export interface Drawing {
  readonly snapshot: GraphSnapshot;
  readonly visible: VisibleGraph;
  readonly layout: GraphLayout;
  readonly nodes: ReadonlyMap<string, DrawnNode>;
  readonly answer: QueryAnswer | undefined;
  readonly folded: ReadonlySet<string>;
  readonly showsOthers: PageState['showsOthers'];
  /** The tasks around the one that is looked at; undefined without a focus. */
  readonly inFocus: ReadonlySet<string> | undefined;
  /** Where the layout comes from. */
  readonly isTidy: boolean;
}

/** A layout that was made elsewhere; it holds while nodes and edges stay the same. */
export interface GivenLayout {
  readonly structure: string;
  readonly layout: GraphLayout;
}

type Asked = Pick<PageState, 'folded' | 'query' | 'showsOthers' | 'focus'> & {
  readonly snapshot: GraphSnapshot;
};

export class Drawer {
  #asked: Asked | undefined;
  #given: GivenLayout | undefined;
  #drawing: Drawing | undefined;
  #last: GivenLayout | undefined;
  #answer: { query: string; snapshot: GraphSnapshot; answer: QueryAnswer | undefined } | undefined;
  #focus: { focus: Focus; snapshot: GraphSnapshot; keys: ReadonlySet<string> } | undefined;

  /** The drawing of a state; the same object while nothing that it depends on changes. */
  draw(asked: Asked, given?: GivenLayout): Drawing {
    const last = this.#asked;
    const isSame =
      last?.snapshot === asked.snapshot &&
      last.folded === asked.folded &&
      last.query === asked.query &&
      last.showsOthers === asked.showsOthers &&
      last.focus === asked.focus &&
      this.#given === given;
    if (isSame && this.#drawing !== undefined) return this.#drawing;
    this.#asked = asked;
    this.#given = given;
    return (this.#drawing = this.#make(asked, given));
  }

  #make(
    { snapshot, folded: wanted, query, showsOthers, focus }: Asked,
    given?: GivenLayout,
  ): Drawing {
    const answer = this.#answerTo(query, snapshot);
    const folded = wanted ?? defaultFolds(snapshot);
    const inFocus = focus && this.#focusOn(focus, snapshot);
    const visible = visibleGraph(snapshot, {
      folded,
      focus: inFocus,
      matches: answer?.matches,
      showsOthers,
    });
    const structure = structureOf(visible);
    const isTidy = given?.structure === structure;
    const layout = isTidy ? given.layout : this.#lanes(visible, structure);
    const boxes = new Map(layout.nodes.map((box) => [box.key, box]));
    const nodes = new Map<string, DrawnNode>();
    for (const node of visible.nodes) {
      const box = boxes.get(node.key);
      if (box !== undefined) nodes.set(node.key, { node, box });
    }
    return { snapshot, visible, layout, nodes, answer, folded, showsOthers, inFocus, isTidy };
  }

  /** A picture in which nothing has come or gone stays as it is, to the pixel. */
  #lanes(visible: VisibleGraph, structure: string): GraphLayout {
    if (this.#last?.structure === structure) return this.#last.layout;
    const layout = laneLayout(visible, this.#last?.layout);
    this.#last = { structure, layout };
    return layout;
  }

  #answerTo(query: string, snapshot: GraphSnapshot): QueryAnswer | undefined {
    const known = this.#answer;
    if (known?.query === query && known.snapshot === snapshot) return known.answer;
    const answer = query.trim() === '' ? undefined : readQuery(query, snapshot);
    this.#answer = { query, snapshot, answer };
    return answer;
  }

  #focusOn(focus: Focus, snapshot: GraphSnapshot): ReadonlySet<string> | undefined {
    const known = this.#focus;
    if (known?.focus === focus && known.snapshot === snapshot) return known.keys;
    const keys = focusSet(snapshot, focus);
    if (keys !== undefined) this.#focus = { focus, snapshot, keys };
    return keys;
  }
}
