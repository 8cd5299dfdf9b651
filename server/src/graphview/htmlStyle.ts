/** The style of the exported page; its policy names it by its hash, so that nothing else can style the page. */
import { exportPalettes, type ExportPalette } from './exportPalette';

function variables(
  name: string,
  { background, band, bandLine, text, muted }: ExportPalette,
): string {
  return `.${name}{background:${background};color:${text};--band:${band};--line:${bandLine};--muted:${muted}}`;
}

export const htmlStyle = [
  variables('light', exportPalettes.light),
  variables('dark', exportPalettes.dark),
  'body{margin:0;padding:24px;font:14px/1.45 system-ui,sans-serif}',
  'h1{font-size:20px;margin:0 0 4px}h2{font-size:16px;margin:28px 0 8px}p{margin:0 0 16px;color:var(--muted)}',
  '.picture{overflow:auto;max-height:80vh;border:1px solid var(--line);border-radius:8px}.picture svg{display:block}',
  'table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:6px 10px;border-bottom:1px solid var(--line)}',
  'th{position:sticky;top:0;background:var(--band)}td{unicode-bidi:plaintext}td.id{white-space:nowrap;font-weight:600}td.number{text-align:end}',
  '@media print{.picture{max-height:none;overflow:visible}th{position:static}}',
].join('\n');

/** SHA-256 of the style in base 64; a test keeps it true. */
export const htmlStyleHash = 'p7PaUE07p2jVnOSGwj05pNGZ7z8NxJShDSD7yyrv3Rg=';
