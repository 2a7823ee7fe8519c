export default function (config) {
  config.ignores.add("flows/**");
  config.addPassthroughCopy("flows");
  config.addPassthroughCopy("*.css");
  config.addPassthroughCopy({ "node_modules/hopwise/dist/hopwise-*.js": "hopwise" });
}
