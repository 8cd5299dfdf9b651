/** What an export holds: text, of a PNG its base64. Made here, since only the page knows the picture and the theme. */
import type { GraphExportFormat } from '../../../server/src/protocol/graphMessages';
import { toDot } from '../../../server/src/graphview/toDot';
import { toHtml } from '../../../server/src/graphview/toHtml';
import { toJson } from '../../../server/src/graphview/toJson';
import { toMermaid } from '../../../server/src/graphview/toMermaid';
import { toSvg } from '../../../server/src/graphview/toSvg';
import type { Drawing } from './drawing';
import { themePalette } from './themePalette';

/** Canvases refuse more pixels on a side, and more in all. */
const longestSide = 16_000;
const mostPixels = 120_000_000;

/** The picture as it is at the moment: folds, focus and filter included. */
export async function exportContent(
  { snapshot, visible, layout }: Drawing,
  format: GraphExportFormat,
): Promise<string> {
  switch (format) {
    case 'svg':
      return toSvg(visible, layout, { theme: themePalette() });
    case 'png':
      return toPng(toSvg(visible, layout, { theme: themePalette() }));
    case 'html': {
      const isLight = document.body.className.includes('light');
      return toHtml(snapshot, visible, layout, isLight ? 'light' : 'dark');
    }
    case 'mermaid':
      return toMermaid(visible);
    case 'dot':
      return toDot(visible);
    case 'json':
      return toJson(snapshot, visible);
  }
}

/** Twice the size, or as large as a picture can be. */
async function toPng(picture: string): Promise<string> {
  const address = URL.createObjectURL(new Blob([picture], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const { width, height } = image;
    const scale = Math.min(
      2,
      longestSide / Math.max(width, height),
      Math.sqrt(mostPixels / (width * height)),
    );
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(width * scale);
    canvas.height = Math.floor(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
  } finally {
    URL.revokeObjectURL(address);
  }
}
