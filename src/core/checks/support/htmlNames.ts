// The names of elements that browsers know: HTML, old ones included, and the most usual of SVG and MathML.

/** In lower case. */
export const htmlNames: ReadonlySet<string> = new Set(
  `a abbr acronym address area article aside audio b base bdi bdo big blink blockquote body br button canvas caption center circle cite
  code col colgroup data datalist dd defs del details dfn dialog dir div dl dt ellipse em embed fieldset figcaption figure font footer
  form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li line link main map mark
  marquee math menu meta meter mfrac mi mn mo mover mrow msqrt msub msubsup msup mtable mtd mtext mtr munder nav nobr noscript object ol
  optgroup option output p param path picture polygon polyline portal pre progress q rect rp rt ruby s samp script search section select
  slot small source span strike strong style sub summary sup svg table tbody td template text textarea tfoot th thead time title tr track
  tspan tt u ul use var video wbr`.split(/\s+/),
);
