/**
 * Marks the scripts that pages begin with: nearly all of their functions are called before anything is seen, so Chromium
 * compiles them beside the page, while the script is still coming, and not one by one in the way of the first paint.
 * https://v8.dev/blog/explicit-compile-hints
 */
export const compileAtOnce = () => ({
  name: "hopwise-compile-at-once",
  apply: "build",
  generateBundle: {
    // Behind whatever else writes or minifies them: the mark is a comment.
    order: "post",
    handler(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === "chunk" && chunk.isEntry) chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
      }
    },
  },
});
