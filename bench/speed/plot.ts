// A plot of how times grow, both axes logarithmic, as SVG: a straight line of slope 1 is time in proportion.

export interface Series {
  readonly name: string;
  /** What was many, and milliseconds. */
  readonly points: readonly (readonly [number, number])[];
}

const size = { width: 640, height: 400, left: 70, right: 20, top: 20, bottom: 50 };
/** The names stand below the plot, one below the other. */
const legendLine = 18;
/** Told apart by those who see few colours, too. */
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000'];

export function plotOf(series: readonly Series[], across: string): string {
  const all = series.flatMap(({ points }) => points);
  const x = scale(
    all.map(([many]) => many),
    size.left,
    size.width - size.right,
  );
  const y = scale(
    all.map(([, time]) => time),
    size.height - size.bottom,
    size.top,
  );
  const grid = [
    ...x.ticks.map(
      (tick) =>
        `<line x1="${x.at(tick)}" x2="${x.at(tick)}" y1="${size.top}" y2="${size.height - size.bottom}"/><text x="${x.at(tick)}" y="${size.height - size.bottom + 16}" text-anchor="middle">${tick.toLocaleString('en')}</text>`,
    ),
    ...y.ticks.map(
      (tick) =>
        `<line x1="${size.left}" x2="${size.width - size.right}" y1="${y.at(tick)}" y2="${y.at(tick)}"/><text x="${size.left - 6}" y="${y.at(tick) + 4}" text-anchor="end">${tick.toLocaleString('en')} ms</text>`,
    ),
  ];
  const lines = series.map(({ name, points }, i) => {
    const colour = colours[i % colours.length]!;
    const below = size.height + i * legendLine;
    return [
      `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.map(([many, time]) => `${x.at(many)},${y.at(time)}`).join(' ')}"/>`,
      ...points.map(([many, time]) => `<circle cx="${x.at(many)}" cy="${y.at(time)}" r="3" fill="${colour}"/>`),
      `<rect x="${size.left}" y="${below - 9}" width="10" height="10" fill="${colour}"/><text x="${size.left + 18}" y="${below}" fill="#333">${name}</text>`,
    ].join('');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height + series.length * legendLine}" font-family="sans-serif" font-size="12" role="img" aria-label="Time against ${across}">`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    `<g stroke="#ddd" fill="#333">${grid.join('').replaceAll('<text', '<text stroke="none"')}</g>`,
    `<text x="${(size.left + size.width - size.right) / 2}" y="${size.height - 18}" text-anchor="middle" fill="#333">${across}</text>`,
    ...lines,
    '</svg>\n',
  ].join('\n');
}

/** Powers of ten are the ticks. */
function scale(
  values: readonly number[],
  from: number,
  to: number,
): { at: (value: number) => number; ticks: number[] } {
  const [low, high] = [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
  return {
    at: (value) => Math.round((from + ((Math.log10(value) - low) / Math.max(1, high - low)) * (to - from)) * 10) / 10,
    ticks: Array.from({ length: high - low + 1 }, (_, i) => Number((10 ** (low + i)).toPrecision(1))),
  };
}
