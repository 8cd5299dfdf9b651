/** The graph page's HTML: fixed, but for addresses and a nonce. Nothing of a queue is ever written into it. */

export interface GraphPagePlaces {
  /** Where the editor serves our own files from, as a source of a content security policy. */
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
  /** The layout engine, which the page fetches when *Tidy* is used for the first time. */
  readonly elkWorker: string;
  /** The part of the page that is seldom wanted. */
  readonly extras: string;
  /** Unguessable, new for every page. */
  readonly nonce: string;
}

/** The document. Only the one script runs, nothing is loaded from elsewhere, and no style stands in an attribute. */
export function graphHtml(places: GraphPagePlaces): string {
  const { cspSource, script, style, elkWorker, extras, nonce } = places;
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    // The picture that is exported as PNG is drawn from an SVG that the page has made.
    `img-src data: blob:`,
    `connect-src ${cspSource}`,
    `worker-src blob:`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${attribute(style)}">
<title>Dependency graph</title>
</head>
<body>
<div id="graph" data-elk-worker="${attribute(elkWorker)}" data-extras="${attribute(extras)}"></div>
<script nonce="${attribute(nonce)}" src="${attribute(script)}"></script>
</body>
</html>
`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
