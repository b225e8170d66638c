// Work that is done with the next frame, however often it is asked for until then.

/** @param draw what is to be done */
export function withNextFrame(draw: () => void): {
  /** Has it done with the next frame. */
  soon(): void;
  /** Has it done at once if it waits for a frame. */
  now(): void;
} {
  let frame: number | undefined;
  const now = (): void => {
    if (frame === undefined) return;
    cancelAnimationFrame(frame);
    frame = undefined;
    draw();
  };
  return { now, soon: () => (frame ??= requestAnimationFrame(now)) };
}
