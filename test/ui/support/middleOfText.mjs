// Where to point at.

/** Where a text is drawn: found as a range of the line's text, since one word may be several elements. */
export async function middleOfText(page, text) {
  const find = (wanted) => {
    for (const line of document.querySelectorAll('.editor-instance .view-line')) {
      const nodes = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node; (node = nodes.nextNode());) {
        const at = node.data.replaceAll('\u00a0', ' ').indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
    }
    return undefined;
  };
  const place = await page.waitForFunction(find, text);
  return place.jsonValue();
}
