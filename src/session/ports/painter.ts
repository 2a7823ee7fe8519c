/** Turns an SVG document into pixels. */
export interface Painter {
  /** A PNG, `scale` device pixels for each of the picture's; undefined when it is too large for this browser. */
  paint(svg: string, width: number, height: number, scale: number): Promise<Uint8Array | undefined>;
}
