declare module "virtual:hopwise-glyphs/latin" {
  const shapes: import("./outline-text.ts").GlyphShapes;
  export default shapes;
}

declare module "virtual:hopwise-glyphs/others" {
  const shapes: import("./outline-text.ts").GlyphShapes;
  export default shapes;
}
