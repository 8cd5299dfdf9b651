/** The colours of the editor's theme as plain ones, for pictures that leave it. */
import type { ExportPalette } from '../../../server/src/graphview/exportPalette';

/** What the style sheet makes of the theme at the moment. Colours that let something through are settled on the background. */
export function themePalette(): ExportPalette {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [1, 1];
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const probe = document.createElement('span');
  document.body.append(probe);
  const background = 'var(--vscode-editor-background)';
  const resolve = (colour: string, face = ''): string => {
    if (pen === null) return '#808080';
    probe.className = face;
    for (const layer of [background, colour]) {
      probe.style.color = layer;
      pen.fillStyle = getComputedStyle(probe).color;
      pen.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  };
  const text = 'var(--vscode-foreground)';
  const mixed = (share: number): string =>
    resolve(`color-mix(in srgb, ${text} ${share}%, ${background})`);
  const face = (name: string): string => resolve('var(--face)', `face-${name}`);
  const palette: ExportPalette = {
    background: resolve(background),
    band: resolve('var(--band)'),
    bandLine: resolve('var(--line)'),
    node: resolve('var(--surface)'),
    nodeLine: mixed(30),
    text: resolve(text),
    muted: resolve('var(--muted)'),
    met: mixed(26),
    unmet: mixed(58),
    parent: mixed(45),
    cycle: resolve('var(--alarm)'),
    critical: resolve('var(--critical)'),
    faces: {
      ...{ pending: face('pending'), ready: face('ready'), running: face('running') },
      ...{ review: face('review'), done: face('done'), blocked: face('blocked') },
      ...{ failed: face('failed'), dropped: face('dropped'), unknown: face('unknown') },
    },
  };
  probe.remove();
  return palette;
}
