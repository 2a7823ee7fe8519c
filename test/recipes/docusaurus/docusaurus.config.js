module.exports = {
  title: "Docs",
  url: "https://docs.example.org",
  baseUrl: "/",
  clientModules: ["./src/hopwise.js"],
  presets: [["classic", { docs: { routeBasePath: "/" }, blog: false, theme: { customCss: "./src/flow.css" } }]],
};
