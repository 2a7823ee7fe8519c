declare module "virtual:hopwise/flow-styles" {
  /** The style sheets of the views that a flow is made of, for a shadow root (.ci/build-element.mjs). */
  const styles: string;
  export default styles;
}
